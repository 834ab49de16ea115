# Writes an empty object where there is none. PreconditionFailed: an earlier run has left one there.
probe_write() { # probe_write EXPECTED SHOWS BUCKET KEY
  try PreconditionFailed
  if [ "$ANSWER" = allowed ] && [ -z "$CODE" ]; then LEFT="$LEFT$3/$4"$'\n'; fi
  judge "$1" "$2"
}
