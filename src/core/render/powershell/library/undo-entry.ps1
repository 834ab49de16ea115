# Deletes something that apply made, by the id that it has recorded.
function Invoke-UndoEntry([string] $Id, [string] $Name, [string] $None, [scriptblock] $Look, [scriptblock] $Remove) {
  $known = ''
  if (-not $WithoutRecord) { $known = Get-RecordedId $Id }
  if (-not (Find-Entry $Look $Name $None $known)) {
    Write-Gone $Id
  } elseif (-not $WithoutRecord -and -not (Test-Recorded $Id)) {
    Write-LeftAlone
  } elseif ($known -ne '' -and $known -cne $script:ENTRY_ID) {
    Write-Line "    Left as it is: apply made $known, which is gone, and somebody has made $($script:ENTRY_ID) since."
  } elseif (Test-InUse) {
    return
  } elseif ($DryRun) {
    [void] (& $Remove)
    $script:Deleted.Add($script:ENTRY_ID)
  } elseif (Test-Change $Remove '') {
    Remove-Record $Id
    $script:Deleted.Add($script:ENTRY_ID)
    Write-Done "deleted: $($script:ENTRY_ID)."
  } else {
    Write-Refused 'AWS refused to delete it.'
  }
}
