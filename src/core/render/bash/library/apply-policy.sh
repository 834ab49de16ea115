# Puts a policy that is ours by its name, where there is none of that name.
apply_policy() { # apply_policy ID FILE
  if ! look_now NoSuchEntity; then
    write put "$1" "$2" 'put.'
  elif same "$WORK/now.json" "$2"; then
    in_place
  else
    difference "$2"
    if [ "$REPLACE" = no ]; then
      stop "A policy of this name is there and says something else. It was left as it is.
$(review_again)
Or run this again with --replace: it is backed up and replaced."
    fi
    write put "$1" "$2" 'replaced; the one before is in the backup.'
  fi
}
