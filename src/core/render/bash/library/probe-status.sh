probe_status() { # probe_status SHOWS
  await_end
  case "$ENDED" in
    well) pass "$1 ($OUT)" ;;
    open) not_shown "$1" "Not finished yet: $OUT" ;;
    unknown) fail "$1" "$PROBLEM" ;;
    badly) fail "$1" "AWS says: $OUT" ;;
  esac
}
