function Invoke-UndoPolicy([string] $Id, [string] $File, [string] $Reviewed, [scriptblock] $Look, [scriptblock] $Put, [scriptblock] $Remove) {
  $there = Get-Now $Look 'NoSuchEntity'
  if ($null -eq $there) { Write-Gone $Id } else { Undo-Present $Id $File $Reviewed $there $Put $Remove }
}
