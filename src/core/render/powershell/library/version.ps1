# What a managed policy says: of its versions the default one counts, which Look names.
function Get-NowOfVersion([scriptblock] $Version, [scriptblock] $Look) {
  if (& $Version) {
    $script:VERSION_ID = $script:Answer
    return (Get-Now $Look '')
  }
  if ($script:Code -cne 'NoSuchEntity') { Stop-AfterProblem 'What is there now cannot be read.' }
  return $null
}
