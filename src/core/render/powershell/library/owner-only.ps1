# Whether a list names nobody but the owner, as that of every new bucket and object does.
function Test-OwnerOnly([string] $Text) {
  $list = ConvertFrom-PolicyText $Text 'What is there now'
  foreach ($grant in @($list.Grants)) {
    if ([string] $grant.Grantee.ID -cne [string] $list.Owner.ID) { return $false }
  }
  return $true
}
