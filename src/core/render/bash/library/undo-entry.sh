# Deletes something that apply made, by the id that it has recorded. Not every script asks what is deleted.
# shellcheck disable=SC2034
undo_entry() { # undo_entry ID NAME NONE
  local known=''
  if [ "$WITHOUT_RECORD" = no ]; then known=$(recorded_id "$1"); fi
  if ! find_entry look "$2" "$3" "$known"; then
    gone "$1"
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif [ -n "$known" ] && [ "$known" != "$ENTRY_ID" ]; then
    say "    Left as it is: apply made $known, which is gone, and somebody has made $ENTRY_ID since."
  elif in_use; then
    return
  elif [ "$DRY_RUN" = yes ]; then
    remove
    DELETED="${DELETED-} $ENTRY_ID"
  elif make_change remove; then
    forget "$1"
    DELETED="${DELETED-} $ENTRY_ID"
    did "deleted: $ENTRY_ID."
  else
    refused 'AWS refused to delete it.'
  fi
}
