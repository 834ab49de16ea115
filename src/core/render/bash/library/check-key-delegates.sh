# The key policy must let IAM policies of the account decide, or name the role.
check_key_delegates() { # check_key_delegates ACCOUNT ROLE-ARN
  if ! ask look; then
    cannot_look 'The key policy'
    return
  fi
  if printf '%s\n' "$OUT" | jq -e --arg partition "$PARTITION" --arg account "$1" --arg role "$2" \
    "$POLICY"'[statements[] | select(.Effect == "Allow") | people[]]
      | any(. == ($account | root) or . == $role or . == "*")' >/dev/null; then
    as_agreed 'the key policy lets IAM policies of this account decide, or names the role.'
  else
    differs "The key policy neither lets IAM policies of account $1 decide nor names $2."
  fi
}
