# Creates what is not there. What has our id already, and was not made by apply, is somebody else's.
apply_resource() { # apply_resource ID
  if ask look; then
    if recorded "$1"; then
      in_place
      return
    fi
    stop 'It is there already, and this folder has no record that apply created it. It was left as it is.
Choose another id in the agreement.'
  fi
  if [ "$CODE" != ResourceNotFoundException ]; then failed 'Whether it is there cannot be read.'; fi
  if [ "$DRY_RUN" = yes ]; then
    create
    return
  fi
  backup_folder backup
  : >"$BACKUP/$1.added"
  if ! make_change create; then
    rm -f -- "$BACKUP/$1.added"
    failed 'AWS refused to create it.'
  fi
  did 'created.'
}
