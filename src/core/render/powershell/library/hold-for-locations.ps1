# While locations go on to use Role, the steps that they need, Holds, are not undone.
function Invoke-HoldForLocations([string] $Role, [string] $None, [scriptblock] $List) {
  $script:Used = ''
  Invoke-StillUsed 'location' $None $Role '' $List
  if ($script:Used -ne '') {
    foreach ($number in $script:Holds) { $script:Held.Add($number) }
    $script:Holder = $script:Used
  }
  $script:Used = ''
}

# Whether a step is not undone because of them.
function Test-Held([string] $Number, [string] $Title) {
  if (-not $script:Held.Contains($Number)) { return $false }
  $script:Subject = "[$Number] $Title"
  Write-Stay "needed by $($script:Holder)."
  return $true
}
