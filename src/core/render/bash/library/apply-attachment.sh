# Attaches a managed policy, unless it is attached already.
apply_attachment() { # apply_attachment ID POLICY-ARN
  ask look || failed 'What is attached now cannot be read.'
  if attached "$2"; then
    in_place
  elif [ "$DRY_RUN" = yes ]; then
    attach
  else
    backup_folder backup
    : >"$BACKUP/$1.added"
    make_change attach || failed 'AWS refused the change.'
    did 'policy attached.'
  fi
}
