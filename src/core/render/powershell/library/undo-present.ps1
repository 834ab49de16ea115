# Removes what is ours by its name, or puts back what was there before, while it is still what was
# written. For a role, "it" is the trust policy. Reviewed was there before.
function Undo-Present([string] $Id, [string] $File, [string] $Reviewed, [string] $There, $Put, [scriptblock] $Remove) {
  $records = Get-Records $Id
  $trail = Get-Trail $records $There
  if ($trail.Back -and $null -ne $trail.First) {
    Restore-Document $Put $Id $There $trail.First 'the policy from before is back.'
  } elseif ($trail.Back) {
    Remove-Document $Remove $Id $There 'removed.'
  } elseif ($trail.AsBefore) {
    Write-Gone $Id
  } elseif ($records.Count -gt 0) {
    Write-Line '    There now:'
    Write-Policy $There
    Stop-Script ("It was changed since apply put it there, so it was left as it is. Remove it by hand if it is no longer`n" +
      'needed; then run this again.')
  } elseif ($WithoutRecord -and $Reviewed -ne '' -and (Test-Same $There (Read-Text $File))) {
    Restore-Document $Put $Id $There (Read-Text $Reviewed) 'the policy that was reviewed is back.'
  } elseif ($WithoutRecord -and $Reviewed -eq '' -and (Test-Same $There (Read-Text $File))) {
    Remove-Document $Remove $Id $There 'removed.'
  } else {
    Write-LeftAlone
  }
}
