wait_for_status() {
  await_end
  case "$ENDED" in
    well) say "    $OUT" ;;
    open) say "    WARNING: Not finished after five minutes ($OUT). verify tells how it ends." ;;
    unknown) failed 'How far it is cannot be read.' ;;
    badly)
      stop "AWS says: $OUT
Usually the service role cannot read a file yet: see that the other account has done its part, then run
this again." ;;
  esac
}
