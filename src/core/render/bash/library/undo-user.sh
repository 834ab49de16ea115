# Deletes a user that apply created, unless something is left that apply did not put there.
undo_user() { # undo_user ID ARN
  if ! ask look; then
    if [ "$CODE" != NoSuchEntity ]; then failed 'Whether the user is there cannot be read.'; fi
    gone "$1"
  elif [ "$OUT" != "$2" ]; then
    stop "A user of this name is there under another path: $OUT. It was left as it is."
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif in_use; then
    return
  elif [ "$DRY_RUN" = yes ]; then
    remove
  elif make_change remove; then
    forget "$1"
    did 'deleted.'
  else
    refused 'AWS refused to delete it.'
  fi
}
