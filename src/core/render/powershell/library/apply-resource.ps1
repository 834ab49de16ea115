# Creates what is not there. What has our id already, and was not made by apply, is somebody else's.
function Invoke-ApplyResource([string] $Id, [scriptblock] $Look, [scriptblock] $Create) {
  if (& $Look) {
    if (Test-Recorded $Id) {
      Write-InPlace
      return
    }
    Stop-Script ("It is there already, and this folder has no record that apply created it. It was left as it is.`n" +
      'Choose another id in the agreement.')
  }
  if ($script:Code -cne 'ResourceNotFoundException') { Stop-AfterProblem 'Whether it is there cannot be read.' }
  if ($DryRun) {
    [void] (& $Create)
    return
  }
  New-BackupFolder 'backup'
  Save-Text ($script:Backup + "/$Id.added") ''
  if (-not (Test-Change $Create '')) {
    [System.IO.File]::Delete((Get-PathHere ($script:Backup + "/$Id.added")))
    Stop-AfterProblem 'AWS refused to create it.'
  }
  Write-Done 'created.'
}
