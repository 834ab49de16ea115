function Invoke-UndoManagedPolicy([string] $Id, [string] $File, [scriptblock] $Version, [scriptblock] $Look, [scriptblock] $Remove) {
  $there = Get-NowOfVersion $Version $Look
  if ($null -eq $there) { Write-Gone $Id } else { Undo-Present $Id $File '' $there $null $Remove }
}
