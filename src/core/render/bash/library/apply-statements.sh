# Adds statements to a policy that may have others (OTHERS: ask, or add for a key policy, which always has).
# With REVIEWED, FILE is the whole policy: it is put where that one still is. Where it is not, only what
# FILE adds to it is ours.
apply_statements() { # apply_statements ID FILE LIMIT NONE OTHERS [REVIEWED]
  local id=$1 file=$2 limit=$3 none=$4 others=$5 reviewed=${6:-} merged=$WORK/merged.json changed losing
  if [ -n "$reviewed" ]; then
    others=ask
    added "$file" "$reviewed" >"$WORK/added.json"
  fi
  if ! look_now "$none"; then
    if [ -n "$reviewed" ] && [ "$MERGE" = no ]; then
      stop "There was a policy when this was reviewed, and there is none now. Nothing was put.
$(review_again)
Or run this again with --merge: it puts the statements that were added, and no others."
    fi
    if [ -n "$reviewed" ]; then file=$WORK/added.json; fi
    write put "$id" "$file" 'put. There was no policy before.'
    return
  fi
  if [ -n "$reviewed" ]; then
    if same "$WORK/now.json" "$file"; then
      in_place
      return
    fi
    if same "$WORK/now.json" "$reviewed"; then
      say '    There now is what was reviewed.'
      put_whole "$id" "$file" "$limit"
      return
    fi
    if [ "$(jq '.Statement | length' "$WORK/added.json")" -gt 0 ]; then file=$WORK/added.json; fi
  fi
  compare merged "$file" >"$merged"
  if same "$WORK/now.json" "$merged"; then
    in_place
    return
  fi
  changed=$(compare changed "$file")
  if [ "$MERGE" = no ] && { [ "$others" = ask ] || [ "$changed" != '[]' ]; }; then
    difference "${reviewed:-$file}"
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
  put_whole "$id" "$merged" "$limit"
}

# Puts our statements together with those that stay.
put_whole() { # put_whole ID FILE LIMIT
  local size
  jq -c -j . "$2" >"$WORK/new.json"
  size=$(wc -c <"$WORK/new.json" | tr -d ' ')
  if [ "$size" -gt "$3" ]; then
    stop "Together the policy has $size bytes, and AWS takes $3. It was left as it is.
Remove statements that are no longer needed, or share by another method."
  fi
  say '    The policy after the change:'
  show "$WORK/new.json"
  write put "$1" "$WORK/new.json" 'statements added, all others kept.'
}
