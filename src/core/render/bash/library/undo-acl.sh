# Puts back the access control list that was there before.
undo_acl() { # undo_acl ID FILE
  if ! look_now NoSuchKey; then
    gone "$1"
    return
  fi
  trace "$1"
  if [ "$BACK" = yes ] && [ -n "$FIRST" ]; then
    put_back "$1" "$FIRST" 'the list from before is back.'
  elif [ "$AS_BEFORE" = yes ] || owner_only "$WORK/now.json"; then
    gone "$1"
  elif [ "$KNOWN" = yes ]; then
    say '    There now:'
    show "$WORK/now.json"
    stop 'The list was changed since apply put it there, so it was left as it is. Take the grants out by hand if
they are no longer needed; then run this again.'
  elif [ "$WITHOUT_RECORD" = yes ] && same "$WORK/now.json" "$2"; then
    take_away "$1" 'only the owner is left in the list.'
  else
    left_alone
  fi
}
