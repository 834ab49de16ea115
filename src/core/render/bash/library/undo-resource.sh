# Deletes what apply created.
undo_resource() { # undo_resource ID
  if ! ask look; then
    if [ "$CODE" != ResourceNotFoundException ]; then failed 'Whether it is there cannot be read.'; fi
    gone "$1"
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif [ "$DRY_RUN" = yes ]; then
    remove
  else
    make_change remove || failed 'AWS refused to delete it.'
    forget "$1"
    did 'deleted.'
  fi
}
