# Disables ACLs again, where apply has enabled them.
function Invoke-UndoOwnership([string] $Id, [scriptblock] $Look, [scriptblock] $Put) {
  $there = Get-Now $Look 'OwnershipControlsNotFoundError'
  if ($null -eq $there) {
    Write-Gone $Id
    return
  }
  $records = Get-Records $Id
  $trail = Get-Trail $records $there
  if ($trail.Back -and $null -ne $trail.First) {
    Restore-Document $Put $Id $there $trail.First 'Object Ownership is what it was before.'
  } elseif ($trail.AsBefore) {
    Write-Gone $Id
  } elseif ($records.Count -gt 0) {
    Stop-Script "Object Ownership was changed since apply set it, so it was left as it is: $there"
  } else {
    Write-Line '    Left as it is: this folder has no record that apply changed it.'
  }
}
