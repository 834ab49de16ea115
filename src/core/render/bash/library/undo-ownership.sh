# Disables ACLs again, where apply has enabled them.
undo_ownership() { # undo_ownership ID
  if ! look_now OwnershipControlsNotFoundError; then
    gone "$1"
    return
  fi
  trace "$1"
  if [ "$BACK" = yes ] && [ -n "$FIRST" ]; then
    put_back "$1" "$FIRST" 'Object Ownership is what it was before.'
  elif [ "$AS_BEFORE" = yes ]; then
    gone "$1"
  elif [ "$KNOWN" = yes ]; then
    stop "Object Ownership was changed since apply set it, so it was left as it is: $(jq -r '.Rules[0].ObjectOwnership' "$WORK/now.json")"
  else
    say '    Left as it is: this folder has no record that apply changed it.'
  fi
}
