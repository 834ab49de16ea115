undo_attachment() { # undo_attachment ID POLICY-ARN
  if ! ask look; then
    if [ "$CODE" != NoSuchEntity ]; then failed 'What is attached now cannot be read.'; fi
    gone "$1"
  elif ! attached "$2"; then
    gone "$1"
  elif [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
  elif [ "$DRY_RUN" = yes ]; then
    remove
  else
    make_change remove || failed 'AWS refused to detach it.'
    forget "$1"
    did 'policy detached.'
  fi
}
