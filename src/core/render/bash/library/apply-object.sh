# Uploads a file where there is none of that key.
apply_object() { # apply_object ID FILE
  if ! look_object; then
    write put "$1" "$2" 'uploaded.'
  elif same "$WORK/now.json" "$2"; then
    in_place
  else
    say '    There now:'
    show "$WORK/now.json"
    if [ "$REPLACE" = no ]; then
      stop "Another file is there under this key. It was left as it is.
$(review_again)
Or run this again with --replace: it is backed up and replaced."
    fi
    write put "$1" "$2" 'replaced; the one before is in the backup.'
  fi
}
