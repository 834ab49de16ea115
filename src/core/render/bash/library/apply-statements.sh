# Adds statements to a policy that may have others (OTHERS: ask, or add for a key policy, which always has).
apply_statements() { # apply_statements ID FILE LIMIT NONE OTHERS
  local id=$1 file=$2 limit=$3 none=$4 others=$5 merged=$WORK/merged.json changed losing size
  if ! look_now "$none"; then
    write put "$id" "$file" 'put. There was no policy before.'
    return
  fi
  compare merged "$file" >"$merged"
  if same "$WORK/now.json" "$merged"; then
    in_place
    return
  fi
  changed=$(compare changed "$file")
  if [ "$MERGE" = no ] && { [ "$others" = ask ] || [ "$changed" != '[]' ]; }; then
    difference "$file"
    stop "There is another policy than the one that was reviewed, or a Sid of ours says something else. It was left as it is.
$(review_again)
Or run this again with --merge: statements with our Sids are replaced, all others stay as they are.
See the result first with --merge --dry-run."
  fi
  if [ "$(compare outdated "$file")" = true ]; then
    stop 'The policy there has an older Version, in which ${...} is plain text. Adding statements would change
what it says. Rewrite it with Version 2012-10-17 first; then run this again.'
  fi
  losing=$(compare losing "$file" | jq -r 'join(", ")')
  if [ -n "$losing" ] && [ "$REPLACE" = no ]; then
    say '    There now, with a Sid of ours:'
    printf '%s\n' "$changed" | jq . | sed 's/^/    /'
    stop "Replacing these statements takes access from $losing. All was left as it is.
If they belong to another sharing, rename their Sids there first. If this is meant, run this again with --merge --replace."
  fi
  size=$(jq -c -j . "$merged" | wc -c | tr -d ' ')
  if [ "$size" -gt "$limit" ]; then
    stop "Together the policy has $size bytes, and AWS takes $limit. It was left as it is.
Remove statements that are no longer needed, or share by another method."
  fi
  say '    The policy after the change:'
  show "$merged"
  jq -c -j . "$merged" >"$WORK/new.json"
  write put "$id" "$WORK/new.json" 'statements added, all others kept.'
}
