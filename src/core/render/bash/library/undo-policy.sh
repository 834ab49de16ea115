undo_policy() { # undo_policy ID FILE [REVIEWED]
  if look_now NoSuchEntity; then undo_present "$@"; else gone "$1"; fi
}
