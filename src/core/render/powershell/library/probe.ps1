function Invoke-Probe([string] $Expected, [string] $Shows, [scriptblock] $Attempt) {
  Write-Judgement (Get-Decision $Attempt @()) $Expected $Shows
}
