# Deletes a user that apply created, unless something is left that apply did not put there.
function Invoke-UndoUser([string] $Id, [string] $Arn, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'Whether the user is there cannot be read.' }
    Write-Gone $Id
  } elseif ($script:Answer -cne $Arn) {
    Stop-Script "A user of this name is there under another path: $($script:Answer). It was left as it is."
  } elseif (-not $WithoutRecord -and -not (Test-Recorded $Id)) {
    Write-LeftAlone
  } elseif (Test-InUse) {
    return
  } elseif ($DryRun) {
    [void] (& $Remove)
  } elseif (Test-Change $Remove '') {
    Remove-Record $Id
    Write-Done 'deleted.'
  } else {
    Write-Refused 'AWS refused to delete it.'
  }
}
