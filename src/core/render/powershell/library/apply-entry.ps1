# Makes something to which AWS gives the id, and records the id. What is there with the Agreed detail
# ('' for any) is used as it is; with Others "refuse" only if apply has made it.
function Invoke-ApplyEntry([string] $Id, [string] $Name, [string] $Agreed, [string] $None, [string] $Others, [scriptblock] $Look, [scriptblock] $Create) {
  if (Find-Entry $Look $Name $None '') {
    if ($Agreed -ne '' -and $script:Detail -cne $Agreed) {
      Stop-Script ("$Name is there already, with $($script:Detail), and $Agreed was agreed. It was left as it is.`n" + (Get-ReviewAgain))
    }
    if ($Others -ceq 'refuse' -and -not (Test-Recorded $Id)) {
      Write-Different "$Name is there already, and this folder has no record that apply made it. Others may use it."
    }
    Write-InPlace
    return
  }
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
  Save-Text ($script:Backup + "/$Id.added") $script:Answer
  Write-Done "created: $($script:Answer)."
}
