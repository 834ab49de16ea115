# Whether the policy is among those that AWS has just listed.
attached() { # attached POLICY-ARN
  printf '%s\n' "$OUT" | tr '\t' '\n' | grep -F -x -q -e "$1"
}
