# Reads one byte of a key that nobody has: S3 says NoSuchKey only to those who may read.
function Invoke-ProbeRead([string] $Expected, [string] $Shows, [scriptblock] $Attempt) {
  Write-Judgement (Get-Decision $Attempt @('NoSuchKey', 'InvalidRange')) $Expected $Shows
}
