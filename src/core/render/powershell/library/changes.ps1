# Names what the next calls are about.
function Write-About([string] $Text) {
  $script:Subject = $Text
  $script:Used = ''
  Write-Line "  $Text"
}

# Shows a changing command in a dry run, runs it otherwise.
function Invoke-Change([string[]] $Arguments) {
  if (-not $DryRun) { return (Test-Aws $Arguments) }
  Write-Line ('    Would run: aws ' + ($Arguments -join ' '))
  return $true
}

# Makes a change. IAM takes a moment to spread a new role or user; until then a policy that names it
# is refused as malformed, with "invalid principal", and other uses as InvalidIamRole. Only then it is tried again.
function Test-Change([scriptblock] $Change, [string] $File) {
  $left = 1
  if ($script:Retry -and -not $DryRun) { $left = $Tries }
  while (-not (& $Change $File)) {
    $left = $left - 1
    if (($script:Code + ' ' + $script:Problem) -cnotmatch '(?s)^(MalformedPolicy.*nvalid principal|InvalidIamRole)') { return $false }
    if ($left -le 0) { return $false }
    Write-Line "    A principal is not known to IAM yet. Trying again in $Pause s."
    Start-Sleep -Seconds $Pause
  }
  return $true
}

# Notes what has been done, for the summary and for a stop half-way.
function Write-Done([string] $Text) {
  Write-Line "    Done: $Text"
  $script:Done.Add("  $($script:Subject): $Text")
}

# The folder of this run's backups, made when the first one is needed. Only its owner may read it.
function New-BackupFolder([string] $Kind) {
  if ($script:Backup -ne '') { return }
  $name = $Kind + '-' + [System.DateTime]::UtcNow.ToString('yyyyMMddTHHmmss', [System.Globalization.CultureInfo]::InvariantCulture) + 'Z'
  $folder = $name
  $count = 1
  while (Test-Path -LiteralPath (Get-PathHere $folder)) {
    $count = $count + 1
    $folder = "$name-$count"
  }
  try {
    [void] [System.IO.Directory]::CreateDirectory((Get-PathHere $folder))
  } catch {
    Stop-Script 'No backup can be kept here: this folder cannot be written to. Copy it to one where you may write.'
  }
  if ($env:OS -eq 'Windows_NT') {
    $me = [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
    [void] (& icacls $folder /inheritance:r /grant:r "*${me}:(OI)(CI)F")
  } else {
    [void] (& chmod 700 $folder)
  }
  if ($LASTEXITCODE -ne 0) { Stop-Script "The folder $folder cannot be made readable by you only." }
  $script:Backup = $folder
}

# Keeps what is there now, or that there is nothing, and what is about to be put there.
function Save-Record([string] $Kind, [string] $Id, $Now, [string] $New) {
  New-BackupFolder $Kind
  $path = $script:Backup + '/' + $Id
  if ($null -eq $Now) { Save-Text "$path.before.none" '' } else { Save-Text "$path.before.json" $Now }
  Save-Text "$path.wrote.json" $New
  return "$path.wrote.json"
}

# Tells what a person has to do, now and once more at the end.
function Write-ByHand([string] $Instruction, [string] $Url) {
  if ($script:OnlyFolder -ne '') { return }
  Write-Line "    BY HAND: $Instruction"
  Write-Line "    $Url"
  $script:ByHand.Add("  $Instruction")
  $script:ByHand.Add("  $Url")
}

function Write-Summary {
  Write-Line ''
  if ($DryRun) {
    Write-Line 'Dry run: nothing was changed.'
  } elseif ($script:Done.Count -eq 0) {
    Write-Line 'Nothing had to be changed.'
  } else {
    Write-Line 'Done:'
    foreach ($line in $script:Done) { Write-Line $line }
    Write-Line "What was there before is in the folder $($script:Backup)."
  }
  if ($script:Stayed.Count -gt 0) {
    Write-Line 'Left in place, because others use it:'
    foreach ($line in $script:Stayed) { Write-Line $line }
    Write-Line 'Once nobody does any more, run this again: it then goes, too.'
  }
  if ($script:ByHand.Count -gt 0) {
    Write-Line 'To be done by hand:'
    foreach ($line in $script:ByHand) { Write-Line $line }
  }
}

function Write-Unfinished {
  if ($script:Backup -eq '') {
    Write-Line 'Nothing was changed.'
    return
  }
  if ($script:Done.Count -gt 0) { Write-Line 'Done before that:' }
  foreach ($line in $script:Done) { Write-Line $line }
  Complete-HalfWay
}
