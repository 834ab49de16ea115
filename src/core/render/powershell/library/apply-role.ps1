# Creates a role with its trust policy. A role of that name that differs is not touched unless asked.
# With Reviewed, File is put where that trust policy still is.
function Invoke-ApplyRole([string] $Id, [string] $File, [string] $Arn, [int] $Seconds, [string] $Reviewed, [scriptblock] $Look, [scriptblock] $Put, [scriptblock] $Update) {
  $document = Read-Text $File
  $there = Get-Now $Look 'NoSuchEntity'
  if ($null -eq $there) {
    if ($Reviewed -ne '') {
      Stop-Script ("There was a role when this was reviewed, and there is none now. Nothing was created.`n" + (Get-ReviewAgain))
    }
    Set-Document $Put $Id $null $document 'role created.'
    return
  }
  $role = ConvertFrom-PolicyText $there 'What is there now'
  $trust = ConvertTo-PolicyText $role.AssumeRolePolicyDocument ''
  if ([string] $role.Arn -cne $Arn) {
    Stop-Script "A role of this name is there under another path: $($role.Arn). It was left as it is. Choose another name in the agreement."
  }
  $most = 3600
  if ($null -ne $role.MaxSessionDuration) { $most = [int] $role.MaxSessionDuration }
  if ($most -lt $Seconds) {
    $name = ($Arn -split '/')[-1]
    Stop-Script ("The role is there, but its sessions last $most s at most, and $Seconds s were agreed. To change that:`n" +
      "aws iam update-role --role-name $name --max-session-duration $Seconds`n" +
      'Then run this again.')
  }
  if (Test-Same $trust $document) {
    Write-InPlace
    return
  }
  $seen = $document
  if ($Reviewed -ne '') {
    $seen = Read-Text $Reviewed
    if (Test-Same $trust $seen) {
      Write-Line '    Its trust policy is the one that was reviewed.'
      Set-Document $Update $Id $trust $document 'trust policy put; the one before is in the backup.'
      return
    }
  }
  Write-Line '    Its trust policy:'
  Write-Difference $trust $seen
  if (-not $Replace) {
    Stop-Script ("The role is there and trusts someone else. It was left as it is.`n" +
      (Get-ReviewAgain) + "`n" +
      'Or run this again with -Replace: the trust policy is backed up and replaced.')
  }
  Set-Document $Update $Id $trust $document 'trust policy replaced; the one before is in the backup.'
}
