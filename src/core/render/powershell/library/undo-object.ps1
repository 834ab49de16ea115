# Deletes what apply has uploaded, or puts back what was there before, while it is still what was written.
function Invoke-UndoObject([string] $Id, [string] $File, [scriptblock] $Look, [scriptblock] $Put, [scriptblock] $Remove) {
  $there = Get-ObjectNow $Look
  if ($null -eq $there) {
    Write-Gone $Id
    return
  }
  $records = Get-Records $Id
  $trail = Get-Trail $records $there
  if ($trail.Back -and $null -ne $trail.First) {
    Restore-Document $Put $Id $there $trail.First 'the file from before is back.'
  } elseif ($trail.Back) {
    Remove-Document $Remove $Id $there 'deleted.'
  } elseif ($trail.AsBefore) {
    Write-Gone $Id
  } elseif ($records.Count -gt 0) {
    Stop-Script ("It was changed since apply put it there, so it was left as it is. Delete it by hand if it is no longer`n" +
      'needed; then run this again.')
  } elseif ($WithoutRecord -and (Test-Same $there (Read-Text $File))) {
    Remove-Document $Remove $Id $there 'deleted.'
  } else {
    Write-LeftAlone
  }
}
