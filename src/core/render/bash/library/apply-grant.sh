# Makes an access grant in the location of SCOPE, whose id AWS knows.
apply_grant() { # apply_grant ID NAME PERMISSION SCOPE NONE
  if find_entry list "$4" "$5"; then
    LOCATION_ID=$ENTRY_ID
  elif [ "$DRY_RUN" = yes ]; then
    LOCATION_ID='<id of the location>'
  else
    stop "The location $4 is not registered. The step that registers it comes before this one; run this again."
  fi
  apply_entry "$1" "$2" "$3" "$5" use
}
