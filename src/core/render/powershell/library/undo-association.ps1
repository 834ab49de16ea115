# Takes an association off something that apply made: it cannot be deleted before.
function Invoke-UndoAssociation([string] $Id, [string] $Name, [string] $None, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (Find-Entry $Look $Name $None '') -or $script:Detail -ceq 'None') {
    Write-Line '    Already gone: nothing to do.'
  } elseif (-not $WithoutRecord -and -not (Test-Recorded $Id)) {
    Write-LeftAlone
  } elseif (Test-InUse) {
    return
  } elseif ($DryRun) {
    [void] (& $Remove)
  } else {
    if (-not (Test-Change $Remove '')) { Stop-AfterProblem 'AWS refused the change.' }
    Write-Done "$($script:Detail) removed."
  }
}
