undo_managed_policy() { # undo_managed_policy ID FILE
  if look_version; then undo_present "$1" "$2"; else gone "$1"; fi
}
