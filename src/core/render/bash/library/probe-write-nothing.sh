# Sends a write that stores nothing even where it is allowed: its digest is wrong, and S3 looks at that last.
probe_write_nothing() { # probe_write_nothing EXPECTED SHOWS
  try BadDigest InvalidDigest
  judge "$1" "$2"
}
