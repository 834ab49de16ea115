# Attaches a managed policy, unless it is attached already.
function Invoke-ApplyAttachment([string] $Id, [string] $PolicyArn, [scriptblock] $Look, [scriptblock] $Attach) {
  if (-not (& $Look)) { Stop-AfterProblem 'What is attached now cannot be read.' }
  if (Test-Attached $PolicyArn) {
    Write-InPlace
  } elseif ($DryRun) {
    [void] (& $Attach)
  } else {
    New-BackupFolder 'backup'
    Save-Text ($script:Backup + "/$Id.added") ''
    if (-not (Test-Change $Attach '')) { Stop-AfterProblem 'AWS refused the change.' }
    Write-Done 'policy attached.'
  }
}
