# Enables ACLs where they are disabled. A bucket that has them on is left as it is.
function Invoke-ApplyOwnership([string] $Id, [string] $Ownership, [scriptblock] $Look, [scriptblock] $Put) {
  $there = Get-Now $Look 'OwnershipControlsNotFoundError'
  $found = 'ObjectWriter'
  if ($null -ne $there) { $found = [string] @((ConvertFrom-PolicyText $there 'What is there now').Rules)[0].ObjectOwnership }
  if ($found -cne 'BucketOwnerEnforced') {
    Write-Line "    ACLs are on already: Object Ownership is $found. Nothing to do."
    return
  }
  $controls = '{"Rules":[{"ObjectOwnership":"' + $Ownership + '"}]}'
  Set-Document $Put $Id $there $controls "ACLs are on now: Object Ownership is $Ownership; before it was $found."
}
