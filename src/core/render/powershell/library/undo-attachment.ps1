function Invoke-UndoAttachment([string] $Id, [string] $PolicyArn, [scriptblock] $Look, [scriptblock] $Remove) {
  $known = $false
  foreach ($folder in (Get-BackupFolders)) {
    if (Test-Path -LiteralPath (Get-PathHere "$folder/$Id.added")) { $known = $true }
  }
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'What is attached now cannot be read.' }
    Write-Gone $Id
  } elseif (-not (Test-Attached $PolicyArn)) {
    Write-Gone $Id
  } elseif (-not $known -and -not $WithoutRecord) {
    Write-LeftAlone
  } elseif ($DryRun) {
    [void] (& $Remove)
  } else {
    if (-not (Test-Change $Remove '')) { Stop-AfterProblem 'AWS refused to detach it.' }
    Remove-Record $Id
    Write-Done 'policy detached.'
  }
}
