# Asks until AWS has finished, or for five minutes. ENDED: well, badly, open, or unknown.
await_end() {
  local left=${S3_HANDSHAKE_TRIES:-60}
  ENDED=open
  while [ "$ENDED" = open ]; do
    if ! ask look; then
      ENDED=unknown
      return
    fi
    OUT=$(printf '%s' "$OUT" | tr '\t' ' ' | sed 's/ None//g')
    case "$OUT" in
      *_SUCCESSFUL* | COMPLETED*) ENDED=well ;;
      *_IN_PROGRESS* | INITIALIZED* | QUEUED* | RUNNING*)
        left=$((left - 1))
        if [ "$left" -le 0 ]; then return; fi
        sleep "${S3_HANDSHAKE_PAUSE:-5}" ;;
      *) ENDED=badly ;;
    esac
  done
}
