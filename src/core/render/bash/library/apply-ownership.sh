# Enables ACLs where they are disabled. A bucket that has them on is left as it is.
apply_ownership() { # apply_ownership ID OWNERSHIP
  local now=ObjectWriter
  if look_now OwnershipControlsNotFoundError; then now=$(jq -r '.Rules[0].ObjectOwnership' "$WORK/now.json"); fi
  if [ "$now" != BucketOwnerEnforced ]; then
    say "    ACLs are on already: Object Ownership is $now. Nothing to do."
    return
  fi
  printf '{"Rules":[{"ObjectOwnership":"%s"}]}' "$2" >"$WORK/ownership.json"
  write put "$1" "$WORK/ownership.json" "ACLs are on now: Object Ownership is $2; before it was $now."
}
