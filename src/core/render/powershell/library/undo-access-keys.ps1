# Deletes every access key of a user that apply created: who holds one is out from then on.
function Invoke-UndoAccessKeys([string] $IdOfUser, [scriptblock] $Look, [scriptblock] $Remove) {
  if (-not (& $Look)) {
    if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'The access keys cannot be listed.' }
    $script:Answer = ''
  }
  $keys = $script:Answer.Trim()
  if ($keys -ceq '' -or $keys -ceq 'None') {
    Write-Line '    Already gone: nothing to do.'
    return
  }
  if (-not $WithoutRecord -and -not (Test-Recorded $IdOfUser)) {
    Write-LeftAlone
    return
  }
  foreach ($key in ($keys -split '\s+')) {
    $script:ACCESS_KEY_ID = $key
    if ($DryRun) {
      [void] (& $Remove)
    } else {
      if (-not (Test-Change $Remove '')) { Stop-AfterProblem 'AWS refused to delete it.' }
      Write-Done "$key deleted."
    }
  }
}
