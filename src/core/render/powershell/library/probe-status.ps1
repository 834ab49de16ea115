function Invoke-ProbeStatus([string] $Shows, [scriptblock] $Look) {
  $end = Get-End $Look
  if ($end -ceq 'well') {
    Write-Pass "$Shows ($($script:Answer))"
  } elseif ($end -ceq 'open') {
    Write-NotShown $Shows "Not finished yet: $($script:Answer)"
  } elseif ($end -ceq 'unknown') {
    Write-Fail $Shows $script:Problem
  } else {
    Write-Fail $Shows "AWS says: $($script:Answer)"
  }
}
