# Tells who has to create the access key. The secret would stand in whatever keeps this script's output.
function Invoke-AskForAccessKey([string] $Instruction, [string] $Url, [scriptblock] $Look) {
  if (& $Look) {
    if ($script:Answer -cne '' -and $script:Answer -cne 'None') {
      Write-Line "    There is an access key already: $($script:Answer)"
      return
    }
  } elseif ($script:Code -cne 'NoSuchEntity') {
    Stop-AfterProblem 'Whether there is an access key cannot be read.'
  }
  Write-ByHand $Instruction $Url
}
