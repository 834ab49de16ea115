# PowerShell 7 turns texts that look like dates into dates. The mark, which no policy has in it, keeps
# them texts; it is taken out again when they are written.
$Mark = [string] [char] 0xE000

function ConvertFrom-PolicyText([string] $Text, [string] $Name) {
  $marked = [regex]::Replace($Text, '"(?=\d{4}-\d\d-\d\dT)', ('"' + $Mark))
  $policy = $null
  try { $policy = ConvertFrom-Json -InputObject $marked } catch { Stop-Script "$Name is not a policy in JSON: $($_.Exception.Message)" }
  if ($policy -isnot [System.Management.Automation.PSCustomObject]) { Stop-Script "$Name is not a policy in JSON: $Text" }
  return $policy
}

function ConvertTo-JsonString([string] $Text) {
  $written = New-Object System.Text.StringBuilder
  [void] $written.Append('"')
  foreach ($character in $Text.Replace($Mark, '').ToCharArray()) {
    $number = [int] $character
    if ($number -eq 34 -or $number -eq 92) {
      [void] $written.Append('\')
      [void] $written.Append($character)
    } elseif ($number -lt 32) {
      [void] $written.Append('\u' + $number.ToString('x4'))
    } else {
      [void] $written.Append($character)
    }
  }
  [void] $written.Append('"')
  return $written.ToString()
}

# Any part of a policy as JSON: in one line, or, when Break is a line end, for people. ConvertTo-Json of
# Windows PowerShell would write some lists as objects and some characters as numbers.
function ConvertTo-PolicyText($Node, [string] $Break) {
  if ($null -eq $Node) { return 'null' }
  if ($Node -is [string]) { return (ConvertTo-JsonString $Node) }
  if ($Node -is [bool]) { return $Node.ToString().ToLowerInvariant() }
  $inner = ''
  $gap = ''
  if ($Break -ne '') {
    $inner = $Break + '  '
    $gap = ' '
  }
  $parts = New-Object 'System.Collections.Generic.List[string]'
  if ($Node -is [System.Management.Automation.PSCustomObject]) {
    foreach ($property in $Node.PSObject.Properties) {
      $parts.Add((ConvertTo-JsonString $property.Name) + ':' + $gap + (ConvertTo-PolicyText $property.Value $inner))
    }
    return '{' + $inner + ($parts -join (',' + $inner)) + $Break + '}'
  }
  if ($Node -is [System.Collections.IEnumerable]) {
    foreach ($item in $Node) { $parts.Add((ConvertTo-PolicyText $item $inner)) }
    return '[' + $inner + ($parts -join (',' + $inner)) + $Break + ']'
  }
  return [System.Convert]::ToString($Node, [System.Globalization.CultureInfo]::InvariantCulture)
}

function Write-Policy([string] $Text) {
  Write-Line ('    ' + (ConvertTo-PolicyText (ConvertFrom-PolicyText $Text 'The policy') "`n    "))
}
