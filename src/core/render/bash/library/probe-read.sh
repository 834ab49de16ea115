# Reads one byte of a key that nobody has: S3 says NoSuchKey only to those who may read.
probe_read() { # probe_read EXPECTED SHOWS
  try NoSuchKey InvalidRange
  judge "$1" "$2"
}
