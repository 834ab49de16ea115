# Deletes a user that apply created. IAM refuses while something that apply did not put there is left.
function Invoke-UndoUser([string] $Id, [string] $Arn, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'Whether the user is there cannot be read.' }
    Write-Gone $Id
  } elseif ($script:Answer -cne $Arn) {
    Stop-Script "A user of this name is there under another path: $($script:Answer). It was left as it is."
  } elseif (-not $WithoutRecord -and -not (Test-Recorded $Id)) {
    Write-LeftAlone
  } elseif ($DryRun) {
    [void] (& $Remove)
  } else {
    if (-not (Test-Change $Remove '')) { Stop-AfterProblem 'AWS refused to delete it.' }
    Remove-Record $Id
    Write-Done 'deleted.'
  }
}
