# Deletes something that apply made, by the id that it has recorded.
undo_entry() { # undo_entry ID NAME NONE
  local known=''
  if [ "$WITHOUT_RECORD" = no ]; then known=$(recorded_id "$1"); fi
  if ! find_entry look "$2" "$3" "$known"; then
    gone "$1"
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif [ -n "$known" ] && [ "$known" != "$ENTRY_ID" ]; then
    say "    Left as it is: apply made $known, which is gone, and somebody has made $ENTRY_ID since."
  elif [ "$DRY_RUN" = yes ]; then
    remove
  else
    make_change remove || failed 'AWS refused to delete it.'
    forget "$1"
    did "deleted: $ENTRY_ID."
  fi
}
