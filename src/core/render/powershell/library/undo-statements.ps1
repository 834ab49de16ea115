# Takes added statements out again: by the backup while nobody has changed the policy since, otherwise
# by removing exactly those statements. None is '' for a key policy, which cannot be removed.
function Invoke-UndoStatements([string] $Id, [string] $File, [string] $None, [string] $Reviewed, [scriptblock] $Look, [scriptblock] $Put, [scriptblock] $Remove) {
  $there = Get-Now $Look $None
  if ($null -eq $there) {
    Write-Gone $Id
    return
  }
  $records = Get-Records $Id
  $trail = Get-Trail $records $there
  if ($trail.Back -and $null -ne $trail.First) {
    Restore-Document $Put $Id $there $trail.First 'the policy from before is back.'
    return
  }
  if ($trail.Back -and $None -ne '') {
    Remove-Document $Remove $Id $there 'policy deleted; there was none before.'
    return
  }
  if ($trail.AsBefore) {
    Write-Gone $Id
    return
  }
  if ($records.Count -eq 0 -and -not $WithoutRecord) {
    Write-LeftAlone
    return
  }
  $now = ConvertFrom-PolicyText $there 'What is there now'
  # With Reviewed, File holds what was there before, too: that is not ours.
  $text = Read-Text $File
  if ($Reviewed -ne '') { $text = Get-Added $text (Read-Text $Reviewed) }
  $ours = ConvertFrom-PolicyText $text $File
  $changed = Get-Changed $now $ours
  if ($changed.Count -gt 0) {
    Write-Line '    There now:'
    Write-Policy $there
    Stop-Script ("Statements with our Sids were changed since. They may grant something else by now, so they were left`n" +
      'as they are. Take them out by hand if they are no longer needed; then run this again.')
  }
  $before = $null
  if ($records.Count -gt 0 -and $null -ne $records[0].Before) { $before = ConvertFrom-PolicyText $records[0].Before 'The backup' }
  $rest = Get-Without $now $ours $before
  if ($rest.Count -eq (Get-Statements $now).Count) {
    Write-Gone $Id
  } elseif ($rest.Count -gt 0) {
    $text = Join-Policy $now $rest ''
    Restore-Document $Put $Id $there $text 'our statements removed, all others kept.'
  } elseif ($None -ne '') {
    Remove-Document $Remove $Id $there 'policy deleted; it had our statements only.'
  } else {
    Stop-Script 'Without our statements the key policy would be empty. It was left as it is: write one by hand.'
  }
}
