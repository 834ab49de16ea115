# Creates a managed policy. One that is there and says something else may be in use: never replaced.
function Invoke-ApplyManagedPolicy([string] $Id, [string] $File, [scriptblock] $Version, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $there = Get-NowOfVersion $Version $Look
  if ($null -eq $there) {
    Set-Document $Put $Id $null $document 'policy created.'
  } elseif (Test-Same $there $document) {
    Write-InPlace
  } else {
    Write-Difference $there $document
    Stop-Script ("A policy of this name is there and says something else. It was left as it is.`n" +
      "If it belongs to an earlier version of this sharing, run undo there first, or add a version by hand:`n" +
      'aws iam create-policy-version --set-as-default')
  }
}
