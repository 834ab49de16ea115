# Writes an empty object where there is none. PreconditionFailed: an earlier run has left one there.
function Invoke-ProbeWrite([string] $Expected, [string] $Shows, [string] $Bucket, [string] $Key, [scriptblock] $Attempt) {
  $decision = Get-Decision $Attempt @('PreconditionFailed')
  if ($decision -ceq 'allowed' -and $script:Code -eq '') { $script:Left.Add("$Bucket/$Key") }
  Write-Judgement $decision $Expected $Shows
}
