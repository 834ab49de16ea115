# Puts an access control list, which replaces the one that is there. One with grants to others stays.
apply_acl() { # apply_acl ID FILE
  local owner agreed
  look_now ''
  if same "$WORK/now.json" "$2"; then
    in_place
    return
  fi
  owner=$(jq -r .Owner.ID "$WORK/now.json")
  agreed=$(jq -r .Owner.ID "$2")
  if [ "$owner" != "$agreed" ]; then
    stop "It belongs to canonical user $owner, and the agreement says $agreed. Correct the canonical user ID of account A.
An object that another account uploaded and still owns can only be shared by that account."
  fi
  if ! owner_only "$WORK/now.json" && [ "$REPLACE" = no ]; then
    say '    There now:'
    show "$WORK/now.json"
    stop "The list has grants to others than the owner, and putting ours would end them. It was left as it is.
To keep them, add them to $2 and run this again.
To replace the list, run this again with --replace: it is backed up, and undo puts it back."
  fi
  write put "$1" "$2" 'list replaced; the one before is in the backup.'
}
