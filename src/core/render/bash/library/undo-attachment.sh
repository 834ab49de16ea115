undo_attachment() { # undo_attachment ID POLICY-ARN
  local record known=no
  for record in backup-*/"$1".added; do
    if [ -e "$record" ]; then known=yes; fi
  done
  if ! ask look; then
    if [ "$CODE" != NoSuchEntity ]; then failed 'What is attached now cannot be read.'; fi
    gone "$1"
  elif ! attached "$2"; then
    gone "$1"
  elif [ "$known" = no ] && [ "$WITHOUT_RECORD" = no ]; then
    left_alone
  elif [ "$DRY_RUN" = yes ]; then
    remove
  else
    make_change remove || failed 'AWS refused to detach it.'
    forget "$1"
    did 'policy detached.'
  fi
}
