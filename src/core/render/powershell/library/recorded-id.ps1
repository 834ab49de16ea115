# The id that apply has recorded for the thing of that Id; '' when it was stopped before it knew it.
function Get-RecordedId([string] $Id) {
  foreach ($folder in (Get-BackupFolders)) {
    $path = "$folder/$Id.added"
    if (Test-Path -LiteralPath (Get-PathHere $path)) { return (Read-Text $path) }
  }
  return ''
}
