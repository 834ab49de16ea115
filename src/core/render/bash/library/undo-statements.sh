# The policy that was there before the first change of ID; nothing.json when there was none.
earliest() { # earliest ID
  local wrote before=''
  # shellcheck disable=SC2086
  for wrote in $RECORDS/"$1".wrote.json; do
    before=${wrote%.wrote.json}.before.json
    break
  done
  if [ -e "$before" ]; then printf '%s' "$before"; else printf '%s' "$WORK/nothing.json"; fi
}

# Takes added statements out again: by the backup while nobody has changed the policy since, otherwise
# by removing exactly those statements. NONE is '' for a key policy, which cannot be removed.
undo_statements() { # undo_statements ID FILE NONE [REVIEWED]
  local ours=$2
  if ! look_now "$3"; then
    gone "$1"
    return
  fi
  trace "$1"
  if [ "$BACK" = yes ] && [ -n "$FIRST" ]; then
    put_back "$1" "$FIRST" 'the policy from before is back.'
    return
  fi
  if [ "$BACK" = yes ] && [ -n "$3" ]; then
    take_away "$1" 'policy deleted; there was none before.'
    return
  fi
  if [ "$AS_BEFORE" = yes ]; then
    gone "$1"
    return
  fi
  if [ "$KNOWN" = no ] && [ "$WITHOUT_RECORD" = no ]; then
    left_alone
    return
  fi
  # With REVIEWED, FILE holds what was there before, too: that is not ours.
  if [ -n "${4:-}" ]; then
    ours=$WORK/added.json
    added "$2" "$4" >"$ours"
  fi
  if [ "$(compare changed "$ours")" != '[]' ]; then
    say '    There now:'
    show "$WORK/now.json"
    stop 'Statements with our Sids were changed since. They may grant something else by now, so they were left
as they are. Take them out by hand if they are no longer needed; then run this again.'
  fi
  compare without "$ours" "$(earliest "$1")" >"$WORK/rest.json"
  if same "$WORK/now.json" "$WORK/rest.json"; then
    gone "$1"
  elif [ "$(jq '.Statement | length' "$WORK/rest.json")" -gt 0 ]; then
    jq -c -j . "$WORK/rest.json" >"$WORK/new.json"
    put_back "$1" "$WORK/new.json" 'our statements removed, all others kept.'
  elif [ -n "$3" ]; then
    take_away "$1" 'policy deleted; it had our statements only.'
  else
    stop 'Without our statements the key policy would be empty. It was left as it is: write one by hand.'
  fi
}
