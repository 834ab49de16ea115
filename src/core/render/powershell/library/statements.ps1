# Statements of Now that have a Sid of ours, but say something else.
function Get-Changed($Now, $Ours) {
  $changed = New-Object 'System.Collections.Generic.List[object]'
  $new = Get-Statements $Ours
  $meanings = Get-Meanings $new
  foreach ($statement in (Get-Statements $Now)) {
    $sid = [string] $statement.Sid
    if ($sid -eq '' -or $meanings -ccontains (Get-StatementMeaning $statement)) { continue }
    foreach ($one in $new) {
      if ([string] $one.Sid -ceq $sid) {
        $changed.Add($statement)
        break
      }
    }
  }
  return ,$changed.ToArray()
}

function Get-People($Statement) {
  $principal = $Statement.Principal
  $people = New-Object 'System.Collections.Generic.List[string]'
  if ($principal -is [System.Management.Automation.PSCustomObject]) {
    foreach ($property in $principal.PSObject.Properties) {
      foreach ($one in (Get-Principals $property.Value)) { $people.Add($one) }
    }
  } elseif ($null -ne $principal) {
    $people.Add([string] $principal)
  }
  return ,$people.ToArray()
}

# Whom replacing those takes out of a statement.
function Get-Losing($Now, $Ours) {
  $losing = New-Object 'System.Collections.Generic.List[string]'
  foreach ($statement in (Get-Changed $Now $Ours)) {
    $kept = New-Object 'System.Collections.Generic.List[string]'
    foreach ($one in (Get-Statements $Ours)) {
      if ([string] $one.Sid -ceq [string] $statement.Sid) { $kept.AddRange([string[]] (Get-People $one)) }
    }
    foreach ($person in (Get-People $statement)) {
      if (-not $kept.Contains($person) -and -not $losing.Contains($person)) { $losing.Add($person) }
    }
  }
  return ,$losing.ToArray()
}

# A policy with other statements, all its other elements as they are.
function Join-Policy($Policy, [string[]] $Statements, [string] $Version) {
  $members = New-Object 'System.Collections.Generic.List[string]'
  if ($Version -ne '' -and $null -eq $Policy.Version) { $members.Add('"Version":' + (ConvertTo-JsonString $Version)) }
  foreach ($property in $Policy.PSObject.Properties) {
    if ($property.Name -ceq 'Statement') {
      $text = '[' + ($Statements -join ',') + ']'
    } elseif ($property.Name -ceq 'Version' -and $Version -ne '') {
      $text = ConvertTo-JsonString $Version
    } else {
      $text = ConvertTo-PolicyText $property.Value ''
    }
    $members.Add((ConvertTo-JsonString $property.Name) + ':' + $text)
  }
  return '{' + ($members -join ',') + '}'
}

# A whole policy with those statements only that were not there when it was reviewed.
function Get-Added([string] $Whole, [string] $Reviewed) {
  $policy = ConvertFrom-PolicyText $Whole 'The document'
  $statements = Get-Without $policy (ConvertFrom-PolicyText $Reviewed 'What was reviewed') $null
  return (Join-Policy $policy $statements '')
}

# All statements of Now, those with our Sids replaced, all others as they are.
function Get-Merged($Now, $Ours) {
  $new = Get-Statements $Ours
  $meanings = Get-Meanings $new
  $sids = New-Object 'System.Collections.Generic.List[string]'
  foreach ($one in $new) { $sids.Add([string] $one.Sid) }
  $statements = New-Object 'System.Collections.Generic.List[string]'
  foreach ($statement in (Get-Statements $Now)) {
    $sid = [string] $statement.Sid
    if ($sid -ne '' -and $sids.Contains($sid)) { continue }
    if ($meanings -ccontains (Get-StatementMeaning $statement)) { continue }
    $statements.Add((ConvertTo-PolicyText $statement ''))
  }
  foreach ($one in $new) { $statements.Add((ConvertTo-PolicyText $one '')) }
  return (Join-Policy $Now $statements.ToArray() '2012-10-17')
}

# All statements of Now but ours, where ours were not there before: as texts.
function Get-Without($Now, $Ours, $Before) {
  $old = Get-Meanings (Get-Statements $Before)
  $added = New-Object 'System.Collections.Generic.List[string]'
  foreach ($meaning in (Get-Meanings (Get-Statements $Ours))) {
    if ($old -cnotcontains $meaning) { $added.Add($meaning) }
  }
  $statements = New-Object 'System.Collections.Generic.List[string]'
  foreach ($statement in (Get-Statements $Now)) {
    if (-not $added.Contains((Get-StatementMeaning $statement))) { $statements.Add((ConvertTo-PolicyText $statement '')) }
  }
  return ,$statements.ToArray()
}
