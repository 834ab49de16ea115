undo_policy() { # undo_policy ID FILE
  if look_now NoSuchEntity; then undo_present "$1" "$2"; else gone "$1"; fi
}
