# Deletes what apply created.
function Invoke-UndoResource([string] $Id, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'ResourceNotFoundException') { Stop-AfterProblem 'Whether it is there cannot be read.' }
    Write-Gone $Id
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
