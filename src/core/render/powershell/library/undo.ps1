# The backup folders of apply, oldest first.
function Get-BackupFolders {
  $names = New-Object 'System.Collections.Generic.List[string]'
  foreach ($folder in [System.IO.Directory]::GetDirectories($PSScriptRoot)) {
    $name = [System.IO.Path]::GetFileName($folder)
    if ($name -clike 'backup-*' -and $script:OnlyFolder -in @('', $name)) { $names.Add($name) }
  }
  $sorted = $names.ToArray()
  [System.Array]::Sort($sorted, [System.StringComparer]::Ordinal)
  return ,$sorted
}

# The records of Id, oldest first: what was written, and what was there before ($null for nothing).
function Get-Records([string] $Id) {
  $records = New-Object 'System.Collections.Generic.List[object]'
  foreach ($folder in (Get-BackupFolders)) {
    $path = "$folder/$Id"
    if (-not (Test-Path -LiteralPath (Get-PathHere "$path.wrote.json"))) { continue }
    $before = $null
    if (Test-Path -LiteralPath (Get-PathHere "$path.before.json")) { $before = Read-Text "$path.before.json" }
    $records.Add((New-Object PSObject -Property @{ Wrote = (Read-Text "$path.wrote.json"); Before = $before }))
  }
  return ,$records.ToArray()
}

# Follows the records from what is there now, newest first. Back: what is there now is what was
# written, and First was there before it ($null for nothing). AsBefore: it is what was there before
# the first change, so none has come about or all are taken back.
function Get-Trail($Records, [string] $There) {
  $text = $There
  $back = $false
  $asBefore = $false
  if ($Records.Count -gt 0 -and $null -ne $Records[0].Before) { $asBefore = Test-Same $There $Records[0].Before }
  for ($index = $Records.Count - 1; $index -ge 0; $index = $index - 1) {
    $record = $Records[$index]
    if ($null -ne $text -and (Test-Same $text $record.Wrote)) {
      $back = $true
      $text = $record.Before
    }
  }
  return (New-Object PSObject -Property @{ Back = $back; AsBefore = $asBefore; First = $text })
}

# Marks the records of Id as undone; the backups themselves stay.
function Remove-Record([string] $Id) {
  if ($DryRun) { return }
  foreach ($folder in (Get-BackupFolders)) {
    foreach ($name in @("$folder/$Id.wrote.json", "$folder/$Id.added")) {
      $path = Get-PathHere $name
      if (Test-Path -LiteralPath $path) { [System.IO.File]::Move($path, "$path.undone") }
    }
  }
}

function Write-Gone([string] $Id) {
  Remove-Record $Id
  Write-Line '    Already gone: nothing to do.'
}

function Write-LeftAlone {
  if ($script:OnlyFolder -ne '') {
    Write-Line '    Not changed by that run.'
    return
  }
  Write-Line '    Left as it is: this folder has no backup that says that apply put it there.'
  Write-Line '    To remove what is exactly that of this bundle all the same: -WithoutRecord'
}

# Leaves something in place that others use.
function Write-Stay([string] $Why) {
  Write-Line "    Left in place: $Why"
  $script:Stayed.Add("  $($script:Subject): $Why")
}

# Whether others use it, as far as Invoke-StillUsed has been asked: then it stays.
function Test-InUse {
  if ($script:Used -eq '') { return $false }
  Write-Stay "still used by $($script:Used)."
  return $true
}

# After a refused change: what AWS keeps because others use it stays; anything else ends the script.
function Write-Refused([string] $What) {
  if ($script:Code -cnotmatch '(NotEmptyError|^DeleteConflict|^InvalidBucketAclWithObjectOwnership)$') { Stop-AfterProblem $What }
  Write-Stay ('others use it. ' + ($script:Problem -replace '\s+', ' '))
}

function Restore-Document([scriptblock] $Put, [string] $Id, [string] $There, [string] $Text, [string] $Said) {
  if ($DryRun) {
    [void] (& $Put "$Id.wrote.json")
    return
  }
  $file = Save-Record 'undo' $Id $There $Text
  if (-not (Test-Change $Put $file)) {
    Write-Refused 'AWS refused the change.'
    return
  }
  Remove-Record $Id
  Write-Done $Said
}

function Remove-Document([scriptblock] $Remove, [string] $Id, [string] $There, [string] $Said) {
  if (Test-InUse) { return }
  if ($DryRun) {
    [void] (& $Remove)
    return
  }
  [void] (Save-Record 'undo' $Id $There '{}')
  if (-not (Test-Change $Remove '')) {
    Write-Refused 'AWS refused to remove it.'
    return
  }
  Remove-Record $Id
  Write-Done $Said
}

# After a stop half-way.
function Complete-HalfWay { Write-Line $AfterStop }
