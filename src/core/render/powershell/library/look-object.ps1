# An object as text; $null when there is none.
function Get-ObjectNow([scriptblock] $Look) {
  $name = 's3-handshake-object.json'
  $script:Scratch.Add($name)
  if (& $Look) { return (Read-Text $name) }
  if ($script:Code -cne 'NoSuchKey') { Stop-AfterProblem 'What is there now cannot be read.' }
  return $null
}
