# Removes what is ours by its name, or puts back what was there before, while it is still what was
# written. For a role, "it" is the trust policy. REVIEWED was there before.
undo_present() { # undo_present ID FILE [REVIEWED]
  trace "$1"
  if [ "$BACK" = yes ] && [ -n "$FIRST" ]; then
    put_back "$1" "$FIRST" 'the policy from before is back.'
  elif [ "$BACK" = yes ]; then
    take_away "$1" 'removed.'
  elif [ "$AS_BEFORE" = yes ]; then
    gone "$1"
  elif [ "$KNOWN" = yes ]; then
    say '    There now:'
    show "$WORK/now.json"
    stop 'It was changed since apply put it there, so it was left as it is. Remove it by hand if it is no longer
needed; then run this again.'
  elif [ "$WITHOUT_RECORD" = yes ] && [ -n "${3:-}" ] && same "$WORK/now.json" "$2"; then
    put_back "$1" "$3" 'the policy that was reviewed is back.'
  elif [ "$WITHOUT_RECORD" = yes ] && [ -z "${3:-}" ] && same "$WORK/now.json" "$2"; then
    take_away "$1" 'removed.'
  else
    left_alone
  fi
}
