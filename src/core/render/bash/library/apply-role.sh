# Creates a role with its trust policy. A role of that name that differs is not touched unless asked.
# With REVIEWED, FILE is put where that trust policy still is.
apply_role() { # apply_role ID FILE ARN SECONDS [REVIEWED]
  local arn seconds reviewed=${5:-}
  if ! look_now NoSuchEntity; then
    if [ -n "$reviewed" ]; then
      stop "There was a role when this was reviewed, and there is none now. Nothing was created.
$(review_again)"
    fi
    write put "$1" "$2" 'role created.'
    return
  fi
  arn=$(jq -r .Arn "$WORK/now.json")
  seconds=$(jq -r '.MaxSessionDuration // 3600' "$WORK/now.json")
  jq .AssumeRolePolicyDocument "$WORK/now.json" >"$WORK/trust.json"
  mv -- "$WORK/trust.json" "$WORK/now.json"
  if [ "$arn" != "$3" ]; then
    stop "A role of this name is there under another path: $arn. It was left as it is. Choose another name in the agreement."
  fi
  if [ "$seconds" -lt "$4" ]; then
    stop "The role is there, but its sessions last $seconds s at most, and $4 s were agreed. To change that:
aws iam update-role --role-name ${arn##*/} --max-session-duration $4
Then run this again."
  fi
  if same "$WORK/now.json" "$2"; then
    in_place
    return
  fi
  if [ -n "$reviewed" ] && same "$WORK/now.json" "$reviewed"; then
    say '    Its trust policy is the one that was reviewed.'
    write update "$1" "$2" 'trust policy put; the one before is in the backup.'
    return
  fi
  say '    Its trust policy:'
  difference "${reviewed:-$2}"
  if [ "$REPLACE" = no ]; then
    stop "The role is there and trusts someone else. It was left as it is.
$(review_again)
Or run this again with --replace: the trust policy is backed up and replaced."
  fi
  write update "$1" "$2" 'trust policy replaced; the one before is in the backup.'
}
