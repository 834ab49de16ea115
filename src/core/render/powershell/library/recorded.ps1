# Whether this folder has a record that apply made the thing of that ID.
function Test-Recorded([string] $Id) {
  foreach ($folder in [System.IO.Directory]::GetDirectories($PSScriptRoot, 'backup-*')) {
    $name = [System.IO.Path]::GetFileName($folder)
    if ($script:OnlyFolder -ne '' -and $name -cne $script:OnlyFolder) { continue }
    if (Test-Path -LiteralPath (Get-PathHere "$name/$Id.added")) { return $true }
  }
  return $false
}
