# Creates a managed policy. One that is there and says something else may be in use: never replaced.
apply_managed_policy() { # apply_managed_policy ID FILE
  if ! look_version; then
    write put "$1" "$2" 'policy created.'
  elif same "$WORK/now.json" "$2"; then
    in_place
  else
    difference "$2"
    stop "A policy of this name is there and says something else. It was left as it is.
If it belongs to an earlier version of this sharing, run undo there first, or add a version by hand:
aws iam create-policy-version --set-as-default"
  fi
}
