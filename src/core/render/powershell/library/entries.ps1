# Of the rows that AWS has just printed (id, name, details) the one of Name: ENTRY_ID becomes its id and
# Detail what follows. AWS writes a path with or without a slash at its end. Of several, Id is taken.
function Read-Entry([string] $Name, [string] $Id) {
  $script:ENTRY_ID = ''
  $script:Detail = ''
  foreach ($row in ($script:Answer -split "`n")) {
    $parts = $row.TrimEnd("`r") -split "`t"
    if ($parts.Count -lt 2 -or ($parts[1] -creplace '/$', '') -cne ($Name -creplace '/$', '')) { continue }
    if ($script:ENTRY_ID -eq '' -or $parts[0] -ceq $Id) {
      $script:ENTRY_ID = $parts[0]
      $script:Detail = [string] $parts[2]
    }
  }
  return ($script:ENTRY_ID -ne '')
}

# Looks for Name. $false when it is not there: no row is its, or AWS says so with the code None.
function Find-Entry([scriptblock] $Command, [string] $Name, [string] $None, [string] $Id) {
  if (-not (& $Command)) {
    if ($None -eq '' -or $script:Code -cne $None) { Stop-AfterProblem 'What is there now cannot be read.' }
    $script:Answer = ''
  }
  return (Read-Entry $Name $Id)
}
