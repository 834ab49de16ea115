# Without ownership controls a bucket behaves as ObjectWriter.
check_ownership() { # check_ownership EXPECTED
  if ! ask look; then
    if [ "$CODE" != OwnershipControlsNotFoundError ]; then
      cannot_look 'Object Ownership'
      return
    fi
    OUT=ObjectWriter
  fi
  if [ "$OUT" = "$1" ]; then
    as_agreed "Object Ownership is $OUT."
  else
    differs "Object Ownership is $OUT, and $1 was agreed."
  fi
}
