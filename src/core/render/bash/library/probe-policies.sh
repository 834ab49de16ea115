# What IAM says of a principal's own policies; those of resources are left out.
probe_policies() { # probe_policies EXPECTED SHOWS
  if ! ask look; then
    fail "$2" "$PROBLEM"
    return
  fi
  case "$OUT $1" in
    'allowed allowed' | *Deny' denied') pass "$2" ;;
    *) fail "$2" "IAM says: $OUT." ;;
  esac
}
