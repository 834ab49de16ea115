# Creates a user. One that is there already may have keys and policies of its own, and is not touched.
apply_user() { # apply_user ID ARN BOUNDARY
  local boundary
  if ! ask look; then
    if [ "$CODE" != NoSuchEntity ]; then failed 'Whether the user is there cannot be read.'; fi
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
    return
  fi
  boundary=${OUT#*$'\t'}
  if [ "${OUT%%$'\t'*}" != "$2" ]; then
    stop "A user of this name is there under another path: ${OUT%%$'\t'*}. It was left as it is. Choose another name in the agreement."
  fi
  if ! recorded "$1"; then
    differs 'The user is there already, and this folder has no record that apply created it. It may have keys and policies of its own. Choose another name in the agreement.'
  fi
  if [ "$boundary" != "$3" ]; then
    differs "The permissions boundary of the user is $boundary; agreed was $3."
  fi
  in_place
}
