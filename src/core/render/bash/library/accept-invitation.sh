# Accepts the invitation to a resource share, which is there for a week once the other account has sent it.
accept_invitation() { # accept_invitation ID NAME SENDER
  local invitation name sender status share
  ask look || failed 'Invitations cannot be listed.'
  while IFS=$'\t' read -r invitation name sender status share; do
    if [ "$name" != "$2" ] || [ "$sender" != "$3" ] || [ "$status" != PENDING ]; then continue; fi
    INVITATION_ARN=$invitation
    if [ "$DRY_RUN" = yes ]; then
      accept
      return
    fi
    backup_folder backup
    printf '%s' "$share" >"$BACKUP/$1.added"
    if ! make_change accept; then
      rm -f -- "$BACKUP/$1.added"
      failed 'AWS refused to accept it.'
    fi
    did "accepted: $share."
    return
  done <<<"$OUT"
  if find_entry list "$2" ''; then
    in_place
  elif [ "$DRY_RUN" = yes ]; then
    say "    No invitation of account $3 is there yet."
  else
    stop "No invitation to $2 of account $3 is there. $OTHER_SIDE shares first; then run this again."
  fi
}
