# Puts an access control list, which replaces the one that is there. One with grants to others stays.
function Invoke-ApplyAcl([string] $Id, [string] $File, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $there = Get-Now $Look ''
  if (Test-Same $there $document) {
    Write-InPlace
    return
  }
  $owner = [string] (ConvertFrom-PolicyText $there 'What is there now').Owner.ID
  $agreed = [string] (ConvertFrom-PolicyText $document 'The document').Owner.ID
  if ($owner -cne $agreed) {
    Stop-Script ("It belongs to canonical user $owner, and the agreement says $agreed. Correct the canonical user ID of account A.`n" +
      'An object that another account uploaded and still owns can only be shared by that account.')
  }
  if (-not (Test-OwnerOnly $there) -and -not $Replace) {
    Write-Line '    There now:'
    Write-Policy $there
    Stop-Script ("The list has grants to others than the owner, and putting ours would end them. It was left as it is.`n" +
      "To keep them, add them to $File and run this again.`n" +
      'To replace the list, run this again with -Replace: it is backed up, and undo puts it back.')
  }
  Set-Document $Put $Id $there $document 'list replaced; the one before is in the backup.'
}
