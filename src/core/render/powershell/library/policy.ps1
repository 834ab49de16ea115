# What policies say, whatever their form: one value or a list of one, order of lists and of elements,
# account id or root ARN, statements in any order.

# Texts as one text, sorted, each once. Sorted by number: other orders depend on the machine's language.
function Join-Sorted($Texts) {
  $sorted = [string[]] @($Texts)
  [System.Array]::Sort($sorted, [System.StringComparer]::Ordinal)
  $unique = New-Object 'System.Collections.Generic.List[string]'
  foreach ($text in $sorted) {
    if (-not $unique.Contains($text)) { $unique.Add($text) }
  }
  return '[' + ($unique -join ',') + ']'
}

function Get-Values($Value) {
  $texts = New-Object 'System.Collections.Generic.List[string]'
  foreach ($one in @($Value)) {
    if ($one -is [string]) { $texts.Add($one) } else { $texts.Add((ConvertTo-PolicyText $one '')) }
  }
  return ,$texts.ToArray()
}

function Get-ValuesMeaning($Value) {
  $texts = New-Object 'System.Collections.Generic.List[string]'
  foreach ($one in (Get-Values $Value)) { $texts.Add((ConvertTo-JsonString $one)) }
  return (Join-Sorted $texts.ToArray())
}

function Get-Principals($Value) {
  $texts = New-Object 'System.Collections.Generic.List[string]'
  foreach ($one in (Get-Values $Value)) {
    if ($one -cmatch '^[0-9]{12}$') { $texts.Add("arn:${Partition}:iam::${one}:root") } else { $texts.Add($one) }
  }
  return ,$texts.ToArray()
}

function Get-PrincipalMeaning($Value) {
  if ($Value -isnot [System.Management.Automation.PSCustomObject]) { return (ConvertTo-PolicyText $Value '') }
  $members = New-Object 'System.Collections.Generic.List[string]'
  foreach ($property in $Value.PSObject.Properties) {
    $members.Add((ConvertTo-JsonString $property.Name) + ':' + (Get-ValuesMeaning (Get-Principals $property.Value)))
  }
  $meaning = Join-Sorted $members.ToArray()
  if ($meaning -ceq '["AWS":["*"]]') { return '"*"' }
  return $meaning
}

function Get-ConditionMeaning($Value) {
  $members = New-Object 'System.Collections.Generic.List[string]'
  foreach ($operator in $Value.PSObject.Properties) {
    foreach ($key in $operator.Value.PSObject.Properties) {
      $members.Add((ConvertTo-JsonString $operator.Name) + ':' + (ConvertTo-JsonString $key.Name) + ':' + (Get-ValuesMeaning $key.Value))
    }
  }
  return (Join-Sorted $members.ToArray())
}

function Get-StatementMeaning($Statement) {
  $members = New-Object 'System.Collections.Generic.List[string]'
  foreach ($property in $Statement.PSObject.Properties) {
    $name = $property.Name
    if (@('Action', 'NotAction', 'Resource', 'NotResource') -ccontains $name) {
      $meaning = Get-ValuesMeaning $property.Value
    } elseif (@('Principal', 'NotPrincipal') -ccontains $name) {
      $meaning = Get-PrincipalMeaning $property.Value
    } elseif ($name -ceq 'Condition') {
      $meaning = Get-ConditionMeaning $property.Value
    } else {
      $meaning = ConvertTo-PolicyText $property.Value ''
    }
    $members.Add((ConvertTo-JsonString $name) + ':' + $meaning)
  }
  return (Join-Sorted $members.ToArray())
}

# A list even when there is one statement, or none.
function Get-Statements($Policy) {
  $statements = New-Object 'System.Collections.Generic.List[object]'
  if ($null -ne $Policy -and $null -ne $Policy.Statement) {
    foreach ($statement in @($Policy.Statement)) { $statements.Add($statement) }
  }
  return ,$statements.ToArray()
}

function Get-Meanings($Statements) {
  $meanings = New-Object 'System.Collections.Generic.List[string]'
  foreach ($statement in $Statements) { $meanings.Add((Get-StatementMeaning $statement)) }
  return ,$meanings.ToArray()
}

# An access control list in any order, without display names.
function Get-AclMeaning($Acl) {
  $grants = New-Object 'System.Collections.Generic.List[string]'
  foreach ($grant in @($Acl.Grants)) {
    $grantee = $grant.Grantee
    $grants.Add((ConvertTo-JsonString "$($grant.Permission) $($grantee.Type) $($grantee.ID) $($grantee.URI)"))
  }
  return 'acl ' + [string] $Acl.Owner.ID + ' ' + (Join-Sorted $grants.ToArray())
}

function Get-PolicyMeaning($Policy) {
  if ($null -ne $Policy.Grants) { return (Get-AclMeaning $Policy) }
  if ($null -eq $Policy.Statement) { return (ConvertTo-PolicyText $Policy '') }
  $version = [string] $Policy.Version
  if ($version -eq '') { $version = '2008-10-17' }
  return $version + ' ' + [string] $Policy.Id + ' ' + (Join-Sorted (Get-Meanings (Get-Statements $Policy)))
}

function Test-Same([string] $One, [string] $Other) {
  $first = Get-PolicyMeaning (ConvertFrom-PolicyText $One 'What is there now')
  $second = Get-PolicyMeaning (ConvertFrom-PolicyText $Other 'The document')
  return ($first -ceq $second)
}

# What is there now, as text; $null when AWS says, with one of the codes None, that there is nothing.
function Get-Now([scriptblock] $Look, [string] $None) {
  if (& $Look) { return $script:Answer }
  if ($script:Code -eq '' -or ($None -split ' ') -cnotcontains $script:Code) { Stop-AfterProblem 'What is there now cannot be read.' }
  return $null
}

# Tells how what is there now differs from what was reviewed, statement by statement.
function Write-Difference([string] $There, [string] $Reviewed) {
  $now = ConvertFrom-PolicyText $There 'What is there now'
  $ours = ConvertFrom-PolicyText $Reviewed 'The document'
  Write-Line '    There now, and not in what was reviewed:'
  Write-OnlyIn $now $ours '-'
  Write-Line '    Reviewed, and not there now:'
  Write-OnlyIn $ours $now '+'
}

function Write-OnlyIn($One, $Other, [string] $Sign) {
  $others = Get-Meanings (Get-Statements $Other)
  $none = $true
  foreach ($statement in (Get-Statements $One)) {
    if ($others -ccontains (Get-StatementMeaning $statement)) { continue }
    $none = $false
    Write-Line ("    $Sign " + (ConvertTo-PolicyText $statement "`n    $Sign "))
  }
  if ($none) { Write-Line '    (nothing, or Version and Id only)' }
}
