# Sends a write that stores nothing even where it is allowed: its digest is wrong, and S3 looks at that last.
function Invoke-ProbeWriteNothing([string] $Expected, [string] $Shows, [scriptblock] $Attempt) {
  Write-Judgement (Get-Decision $Attempt @('BadDigest', 'InvalidDigest')) $Expected $Shows
}
