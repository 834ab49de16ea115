# Tells who has to create the access key. The secret would stand in whatever keeps this script's output.
ask_for_access_key() { # ask_for_access_key INSTRUCTION URL
  if ask look; then
    case "$OUT" in
      '' | None) ;;
      *)
        say "    There is an access key already: $OUT"
        return ;;
    esac
  elif [ "$CODE" != NoSuchEntity ]; then
    failed 'Whether there is an access key cannot be read.'
  fi
  by_hand "$1" "$2"
}
