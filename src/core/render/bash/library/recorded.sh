# Whether this folder has a record that apply made the thing of that ID.
recorded() { # recorded ID
  local record
  # shellcheck disable=SC2086
  for record in $RECORDS/"$1".added; do
    if [ -e "$record" ]; then return 0; fi
  done
  return 1
}
