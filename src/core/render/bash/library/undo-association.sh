# Takes an association off something that apply made: it cannot be deleted before.
undo_association() { # undo_association ID NAME NONE
  if ! find_entry look "$2" "$3" || [ "$DETAIL" = None ]; then
    say '    Already gone: nothing to do.'
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif in_use; then
    return
  elif [ "$DRY_RUN" = yes ]; then
    remove
  else
    make_change remove || failed 'AWS refused the change.'
    did "$DETAIL removed."
  fi
}
