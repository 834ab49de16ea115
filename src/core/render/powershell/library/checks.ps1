# What a check finds to be other than agreed stops the script, unless -SkipChecks says to go on. Once
# something is changed (Strict is $false) it only warns.
$script:Strict = $true

function Write-Different([string] $Text) {
  if (-not $script:Strict -or $SkipChecks) {
    Write-Line "    WARNING: $Text"
  } else {
    Stop-Script ("$Text`n" + (Get-ReviewAgain) + "`n" + 'Or go on all the same with -SkipChecks.')
  }
}

function Write-AsAgreed([string] $Text) { Write-Line "    As agreed: $Text" }

# A missing permission to look is told, and the script goes on. Any other failure stops it.
function Write-CannotLook([string] $What) {
  if ($script:Code -cmatch '^AccessDenied') {
    Write-Line "    WARNING: $What could not be checked: these credentials may not look."
  } elseif ($script:Strict) {
    Stop-AfterProblem "$What cannot be checked."
  } else {
    Write-Line "    WARNING: $What could not be checked: $($script:Problem)"
  }
}
