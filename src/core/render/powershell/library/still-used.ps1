# Notes who uses what is to be deleted. AWS prints rows (name, whose it is, more of it); rows of somebody but
# Whose ('' for anybody), of Own and of what this script has deleted do not count. None is AWS's code for what is gone.
function Invoke-StillUsed([string] $Noun, [string] $None, [string] $Whose, [string] $Own, [scriptblock] $List) {
  if (-not (& $List)) {
    if ($script:Code -cne $None) { Stop-AfterProblem 'Who uses it cannot be read.' }
    return
  }
  $count = 0
  foreach ($row in ($script:Answer -split "`n")) {
    $parts = $row.TrimEnd("`r") -split "`t"
    if (@('', 'None') -ccontains $parts[0]) { continue }
    if ($Whose -ne '' -and [string] $parts[1] -cne $Whose) { continue }
    if (($Own -split ' ') -ccontains $parts[0] -or $script:Deleted -ccontains $parts[0]) { continue }
    $count = $count + 1
    $detail = $parts[0]
    if ($parts.Count -gt 2) { $detail = $parts[2..($parts.Count - 1)] -join ' ' }
    if ($count -le 5) {
      if ($script:Used -ne '') { $script:Used = "$($script:Used), " }
      $script:Used = "$($script:Used)$Noun $detail"
    }
  }
  if ($count -gt 5) { $script:Used = "$($script:Used) and $($count - 5) more" }
}
