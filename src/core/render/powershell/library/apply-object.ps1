# Uploads a file where there is none of that key.
function Invoke-ApplyObject([string] $Id, [string] $File, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $there = Get-ObjectNow $Look
  if ($null -eq $there) {
    Set-Document $Put $Id $null $document 'uploaded.'
  } elseif (Test-Same $there $document) {
    Write-InPlace
  } else {
    Write-Line '    There now:'
    Write-Policy $there
    if (-not $Replace) {
      Stop-Script ("Another file is there under this key. It was left as it is.`n" +
        (Get-ReviewAgain) + "`n" +
        'Or run this again with -Replace: it is backed up and replaced.')
    }
    Set-Document $Put $Id $there $document 'replaced; the one before is in the backup.'
  }
}
