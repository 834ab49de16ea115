# Accepts the invitation to a resource share, which is there for a week once the other account has sent it.
function Invoke-AcceptInvitation([string] $Id, [string] $Name, [string] $Sender, [scriptblock] $Look, [scriptblock] $List, [scriptblock] $Accept) {
  if (-not (& $Look)) { Stop-AfterProblem 'Invitations cannot be listed.' }
  foreach ($row in ($script:Answer -split "`n")) {
    $parts = $row.TrimEnd("`r") -split "`t"
    if ($parts.Count -lt 5 -or $parts[1] -cne $Name -or $parts[2] -cne $Sender -or $parts[3] -cne 'PENDING') { continue }
    $script:INVITATION_ARN = $parts[0]
    if ($DryRun) {
      [void] (& $Accept)
      return
    }
    New-BackupFolder 'backup'
    Save-Text ($script:Backup + "/$Id.added") $parts[4]
    if (-not (Test-Change $Accept '')) {
      [System.IO.File]::Delete((Get-PathHere ($script:Backup + "/$Id.added")))
      Stop-AfterProblem 'AWS refused to accept it.'
    }
    Write-Done "accepted: $($parts[4])."
    return
  }
  if (Find-Entry $List $Name '' '') {
    Write-InPlace
  } elseif ($DryRun) {
    Write-Line "    No invitation of account $Sender is there yet."
  } else {
    Stop-Script "No invitation to $Name of account $Sender is there. $OtherSide shares first; then run this again."
  }
}
