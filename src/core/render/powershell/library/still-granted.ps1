# Notes the grants that a location has besides those that this script deletes.
function Invoke-StillGranted([string] $Id, [string] $Scope, [string] $None, [scriptblock] $Look, [scriptblock] $List) {
  $known = ''
  if (-not $WithoutRecord) { $known = Get-RecordedId $Id }
  if (Find-Entry $Look $Scope $None $known) { Invoke-StillUsed 'grant' $None $script:ENTRY_ID '' $List }
}
