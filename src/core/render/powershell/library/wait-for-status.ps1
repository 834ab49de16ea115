function Invoke-WaitForStatus([scriptblock] $Look) {
  $end = Get-End $Look
  if ($end -ceq 'well') {
    Write-Line "    $($script:Answer)"
  } elseif ($end -ceq 'open') {
    Write-Line "    WARNING: Not finished after five minutes ($($script:Answer)). verify tells how it ends."
  } elseif ($end -ceq 'unknown') {
    Stop-AfterProblem 'How far it is cannot be read.'
  } else {
    Stop-Script ("AWS says: $($script:Answer)`n" +
      "Usually the service role cannot read a file yet: see that the other account has done its part, then run`n" +
      'this again.')
  }
}
