$Tries = 1
$Pause = 0
$script:Done = New-Object 'System.Collections.Generic.List[string]'
$script:ByHand = New-Object 'System.Collections.Generic.List[string]'
$script:Stayed = New-Object 'System.Collections.Generic.List[string]'
$script:Deleted = New-Object 'System.Collections.Generic.List[string]'
$script:Held = New-Object 'System.Collections.Generic.List[string]'
$script:Holds = @()
$script:Holder = ''
$script:Used = ''
$script:Backup = ''
$script:Retry = $false
# Of one run of apply only: the name of its backup folder.
$script:OnlyFolder = ([string] $Only).TrimEnd('/', '\')
if ($script:OnlyFolder -match '[\\/]([^\\/]+)$') { $script:OnlyFolder = $Matches[1] }
if ($script:OnlyFolder -ne '' -and ($script:OnlyFolder -cnotmatch '^backup-[A-Za-z0-9-]+$' -or
    -not (Test-Path -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath $script:OnlyFolder) -PathType Container))) {
  Write-Host "There is no backup folder $Only beside this script."
  exit 2
}
