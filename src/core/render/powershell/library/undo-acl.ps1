# Puts back the access control list that was there before.
function Invoke-UndoAcl([string] $Id, [string] $File, [scriptblock] $Look, [scriptblock] $Put, [scriptblock] $Remove) {
  $there = Get-Now $Look 'NoSuchKey'
  if ($null -eq $there) {
    Write-Gone $Id
    return
  }
  $records = Get-Records $Id
  $trail = Get-Trail $records $there
  if ($trail.Back -and $null -ne $trail.First) {
    Restore-Document $Put $Id $there $trail.First 'the list from before is back.'
  } elseif ($trail.AsBefore -or (Test-OwnerOnly $there)) {
    Write-Gone $Id
  } elseif ($records.Count -gt 0) {
    Write-Line '    There now:'
    Write-Policy $there
    Stop-Script ("The list was changed since apply put it there, so it was left as it is. Take the grants out by hand if`n" +
      'they are no longer needed; then run this again.')
  } elseif ($WithoutRecord -and (Test-Same $there (Read-Text $File))) {
    Remove-Document $Remove $Id $there 'only the owner is left in the list.'
  } else {
    Write-LeftAlone
  }
}
