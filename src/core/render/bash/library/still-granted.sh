# Notes the grants that a location has besides those that this script deletes.
still_granted() { # still_granted ID SCOPE NONE
  local known=''
  if [ "$WITHOUT_RECORD" = no ]; then known=$(recorded_id "$1"); fi
  if find_entry look "$2" "$3" "$known"; then still_used grant "$3" "$ENTRY_ID"; fi
}
