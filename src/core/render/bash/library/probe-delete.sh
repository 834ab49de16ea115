# Deletes only what this run has written; a delete that must be denied goes to a key that nobody has.
probe_delete() { # probe_delete EXPECTED SHOWS BUCKET KEY
  if [ "$1" = allowed ] && ! printf '%s' "$LEFT" | grep -F -x -q -e "$3/$4"; then
    not_shown "$2" "This run has written nothing at s3://$3/$4 that it could delete."
    return
  fi
  try
  if [ "$1" = allowed ] && [ "$ANSWER" = allowed ]; then
    LEFT=$(printf '%s' "$LEFT" | grep -F -x -v -e "$3/$4" || :)
    if [ -n "$LEFT" ]; then LEFT=$LEFT$'\n'; fi
  fi
  judge "$1" "$2"
}
