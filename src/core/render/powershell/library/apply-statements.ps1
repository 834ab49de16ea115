# Adds statements to a policy that may have others (Others: ask, or add for a key policy, which always has).
function Invoke-ApplyStatements([string] $Id, [string] $File, [int] $Limit, [string] $None, [string] $Others, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $there = Get-Now $Look $None
  if ($null -eq $there) {
    Set-Document $Put $Id $null $document 'put. There was no policy before.'
    return
  }
  $now = ConvertFrom-PolicyText $there 'What is there now'
  $ours = ConvertFrom-PolicyText $document $File
  $merged = Get-Merged $now $ours
  if (Test-Same $there $merged) {
    Write-InPlace
    return
  }
  $changed = Get-Changed $now $ours
  if (-not $Merge -and ($Others -ceq 'ask' -or $changed.Count -gt 0)) {
    Write-Difference $there $document
    Stop-Script ("There is another policy than the one that was reviewed, or a Sid of ours says something else. It was left as it is.`n" +
      (Get-ReviewAgain) + "`n" +
      "Or run this again with -Merge: statements with our Sids are replaced, all others stay as they are.`n" +
      'See the result first with -Merge -DryRun.')
  }
  if ([string] $now.Version -cne '2012-10-17' -and $there.Contains('${')) {
    Stop-Script ('The policy there has an older Version, in which ${...} is plain text. Adding statements would change' + "`n" +
      'what it says. Rewrite it with Version 2012-10-17 first; then run this again.')
  }
  $losing = Get-Losing $now $ours
  if ($losing.Count -gt 0 -and -not $Replace) {
    Write-Line '    There now, with a Sid of ours:'
    foreach ($statement in $changed) { Write-Policy (ConvertTo-PolicyText $statement '') }
    Stop-Script ("Replacing these statements takes access from $($losing -join ', '). All was left as it is.`n" +
      'If they belong to another sharing, rename their Sids there first. If this is meant, run this again with -Merge -Replace.')
  }
  $size = [System.Text.Encoding]::UTF8.GetByteCount($merged)
  if ($size -gt $Limit) {
    Stop-Script ("Together the policy has $size bytes, and AWS takes $Limit. It was left as it is.`n" +
      'Remove statements that are no longer needed, or share by another method.')
  }
  Write-Line '    The policy after the change:'
  Write-Policy $merged
  Set-Document $Put $Id $there $merged 'statements added, all others kept.'
}
