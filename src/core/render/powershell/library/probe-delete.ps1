# Deletes only what this run has written; a delete that must be denied goes to a key that nobody has.
function Invoke-ProbeDelete([string] $Expected, [string] $Shows, [string] $Bucket, [string] $Key, [scriptblock] $Attempt) {
  if ($Expected -ceq 'allowed' -and -not $script:Left.Contains("$Bucket/$Key")) {
    Write-NotShown $Shows "This run has written nothing at s3://$Bucket/$Key that it could delete."
    return
  }
  $decision = Get-Decision $Attempt @()
  if ($Expected -ceq 'allowed' -and $decision -ceq 'allowed') { [void] $script:Left.Remove("$Bucket/$Key") }
  Write-Judgement $decision $Expected $Shows
}
