function Write-Pass([string] $Shows) {
  $script:Passed = $script:Passed + 1
  Write-Line "PASS  $Shows"
}

function Write-Fail([string] $Shows, [string] $Why) {
  $script:Failed = $script:Failed + 1
  Write-Line "FAIL  $Shows"
  Write-Line "      $Why"
}

# Nothing wrong was seen, but what it should show was not shown either.
function Write-NotShown([string] $Shows, [string] $Why) {
  $script:Open = $script:Open + 1
  Write-Line "NOT SHOWN  $Shows"
  Write-Line "      $Why"
}

# Makes the attempt: allowed, denied, or unclear with the reason in $script:Problem. S3 answers with one
# of the codes Anyway only after it has let the caller in.
function Get-Decision([scriptblock] $Attempt, [string[]] $Anyway) {
  if (& $Attempt) { return 'allowed' }
  if ($Anyway -ccontains $script:Code) { return 'allowed' }
  if (@('AccessDenied', 'AccessDeniedException', '403') -ccontains $script:Code) { return 'denied' }
  return 'unclear'
}

# One line for the decision. Only a plain AccessDenied counts as denied.
function Write-Judgement([string] $Decision, [string] $Expected, [string] $Shows) {
  if ($Decision -ceq $Expected) {
    Write-Pass $Shows
  } elseif ($Decision -ceq 'unclear') {
    Write-Fail $Shows "Could not tell: $($script:Problem)"
  } elseif ($Expected -ceq 'allowed') {
    Write-Fail $Shows "Denied: $($script:Problem)"
  } else {
    Write-Fail $Shows 'It was allowed.'
  }
}

# The byte that was read is of no use.
function Remove-Download { Remove-Item -LiteralPath $Download -ErrorAction SilentlyContinue }

# Tells the result and returns the exit status: 0 all passed, 1 something failed, 3 something was not shown.
function Get-Report {
  Remove-Download
  Write-Line ''
  if ($script:Left.Count -gt 0) {
    Write-Line 'Written by this run and still there, empty; account A can delete it:'
    foreach ($path in $script:Left) { Write-Line "  s3://$path" }
  }
  Write-Line "$($script:Passed) passed, $($script:Failed) failed, $($script:Open) not shown."
  if ($script:Failed -gt 0) {
    Write-Line 'Policies take a moment to spread: if apply ran just now, wait a minute and run this again.'
    return 1
  }
  if ($script:Open -gt 0) { return 3 }
  return 0
}

function Write-Unfinished {
  Remove-Download
  Write-Line 'Not finished: what is not listed above was not tried.'
}
