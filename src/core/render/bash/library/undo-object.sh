# Deletes what apply has uploaded, or puts back what was there before, while it is still what was written.
undo_object() { # undo_object ID FILE
  if ! look_object; then
    gone "$1"
    return
  fi
  trace "$1"
  if [ "$BACK" = yes ] && [ -n "$FIRST" ]; then
    put_back "$1" "$FIRST" 'the file from before is back.'
  elif [ "$BACK" = yes ]; then
    take_away "$1" 'deleted.'
  elif [ "$AS_BEFORE" = yes ]; then
    gone "$1"
  elif [ "$KNOWN" = yes ]; then
    stop 'It was changed since apply put it there, so it was left as it is. Delete it by hand if it is no longer
needed; then run this again.'
  elif [ "$WITHOUT_RECORD" = yes ] && same "$WORK/now.json" "$2"; then
    take_away "$1" 'deleted.'
  else
    left_alone
  fi
}
