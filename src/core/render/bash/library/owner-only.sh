# Whether a list names nobody but the owner, as that of every new bucket and object does.
owner_only() { # owner_only FILE
  jq -e '.Owner.ID as $owner | all(.Grants[]; .Grantee.ID == $owner)' "$1" >/dev/null
}
