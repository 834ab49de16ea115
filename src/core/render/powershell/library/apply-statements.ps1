# Adds statements to a policy that may have others (Others: ask, or add for a key policy, which always has).
# With Reviewed, File is the whole policy: it is put where that one still is. Where it is not, only what
# File adds to it is ours.
function Invoke-ApplyStatements([string] $Id, [string] $File, [int] $Limit, [string] $None, [string] $Others, [string] $Reviewed, [scriptblock] $Look, [scriptblock] $Put) {
  $document = Read-Text $File
  $seen = $document
  $added = $document
  if ($Reviewed -ne '') {
    $seen = Read-Text $Reviewed
    $added = Get-Added $document $seen
  }
  $there = Get-Now $Look $None
  if ($null -eq $there) {
    if ($Reviewed -ne '' -and -not $Merge) {
      Stop-Script ("There was a policy when this was reviewed, and there is none now. Nothing was put.`n" +
        (Get-ReviewAgain) + "`n" +
        'Or run this again with -Merge: it puts the statements that were added, and no others.')
    }
    Set-Document $Put $Id $null $added 'put. There was no policy before.'
    return
  }
  if ($Reviewed -ne '') {
    if (Test-Same $there $document) {
      Write-InPlace
      return
    }
    if (Test-Same $there $seen) {
      Write-Line '    There now is what was reviewed.'
      Set-Whole $Put $Id $there (ConvertTo-PolicyText (ConvertFrom-PolicyText $document $File) '') $Limit
      return
    }
    if ((Get-Statements (ConvertFrom-PolicyText $added $File)).Count -gt 0) { $document = $added }
  }
  $now = ConvertFrom-PolicyText $there 'What is there now'
  $ours = ConvertFrom-PolicyText $document $File
  $merged = Get-Merged $now $ours
  if (Test-Same $there $merged) {
    Write-InPlace
    return
  }
  $changed = Get-Changed $now $ours
  if (-not $Merge -and ($Reviewed -ne '' -or $Others -ceq 'ask' -or $changed.Count -gt 0)) {
    Write-Difference $there $seen
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
  Set-Whole $Put $Id $there $merged $Limit
}

# Puts our statements together with those that stay.
function Set-Whole([scriptblock] $Put, [string] $Id, [string] $There, [string] $Whole, [int] $Limit) {
  $size = [System.Text.Encoding]::UTF8.GetByteCount($Whole)
  if ($size -gt $Limit) {
    Stop-Script ("Together the policy has $size bytes, and AWS takes $Limit. It was left as it is.`n" +
      'Remove statements that are no longer needed, or share by another method.')
  }
  Write-Line '    The policy after the change:'
  Write-Policy $Whole
  Set-Document $Put $Id $There $Whole 'statements added, all others kept.'
}
