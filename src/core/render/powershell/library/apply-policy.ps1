# Puts a policy that is ours by its name, where there is none of that name.
function Invoke-ApplyPolicy([string] $Id, [string] $File, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $there = Get-Now $Look 'NoSuchEntity'
  if ($null -eq $there) {
    Set-Document $Put $Id $null $document 'put.'
  } elseif (Test-Same $there $document) {
    Write-InPlace
  } else {
    Write-Difference $there $document
    if (-not $Replace) {
      Stop-Script ("A policy of this name is there and says something else. It was left as it is.`n" +
        (Get-ReviewAgain) + "`n" +
        'Or run this again with -Replace: it is backed up and replaced.')
    }
    Set-Document $Put $Id $there $document 'replaced; the one before is in the backup.'
  }
}
