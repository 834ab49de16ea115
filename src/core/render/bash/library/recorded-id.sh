# The id that apply has recorded for the thing of that ID; '' when it was stopped before it knew it.
recorded_id() { # recorded_id ID
  local record
  # shellcheck disable=SC2086
  for record in $RECORDS/"$1".added; do
    if [ -s "$record" ]; then cat -- "$record"; fi
    break
  done
}
