# Creates a user. One that is there already may have keys and policies of its own, and is not touched.
function Invoke-ApplyUser([string] $Id, [string] $Arn, [string] $Boundary, [scriptblock] $Look, [scriptblock] $Create) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'Whether the user is there cannot be read.' }
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
    return
  }
  $parts = $script:Answer -split "`t"
  if ($parts[0] -cne $Arn) {
    Stop-Script "A user of this name is there under another path: $($parts[0]). It was left as it is. Choose another name in the agreement."
  }
  if (-not (Test-Recorded $Id)) {
    Write-Different 'The user is there already, and this folder has no record that apply created it. It may have keys and policies of its own. Choose another name in the agreement.'
  }
  if ($parts[1] -cne $Boundary) {
    Write-Different "The permissions boundary of the user is $($parts[1]); agreed was $Boundary."
  }
  Write-InPlace
}
