# Asks until AWS has finished, or for five minutes: well, badly, open, or unknown.
function Get-End([scriptblock] $Look) {
  $left = 60
  if ($env:S3_HANDSHAKE_TRIES) { $left = [int] $env:S3_HANDSHAKE_TRIES }
  $wait = 5
  if ($env:S3_HANDSHAKE_PAUSE) { $wait = [int] $env:S3_HANDSHAKE_PAUSE }
  while ($true) {
    if (-not (& $Look)) { return 'unknown' }
    $script:Answer = (($script:Answer -split "`t") -cne 'None') -join ' '
    if ($script:Answer -cmatch '_SUCCESSFUL|^COMPLETED') { return 'well' }
    if ($script:Answer -cnotmatch '_IN_PROGRESS|^(INITIALIZED|QUEUED|RUNNING)') { return 'badly' }
    $left = $left - 1
    if ($left -le 0) { return 'open' }
    Start-Sleep -Seconds $wait
  }
}
