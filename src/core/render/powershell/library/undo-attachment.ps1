function Invoke-UndoAttachment([string] $Id, [string] $PolicyArn, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'What is attached now cannot be read.' }
    Write-Gone $Id
  } elseif (-not (Test-Attached $PolicyArn)) {
    Write-Gone $Id
  } elseif (-not $WithoutRecord -and -not (Test-Recorded $Id)) {
    Write-LeftAlone
  } elseif ($DryRun) {
    [void] (& $Remove)
  } else {
    if (-not (Test-Change $Remove '')) { Stop-AfterProblem 'AWS refused to detach it.' }
    Remove-Record $Id
    Write-Done 'policy detached.'
  }
}
