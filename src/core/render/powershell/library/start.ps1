function Write-Line([string] $Text) { Write-Host $Text }

# Ends the script. The end of the script tells what had been done by then.
function Stop-Script([string] $Text) {
  throw (New-Object System.InvalidOperationException $Text)
}

function Assert-Tool([string] $Name, [string] $HowToGetIt) {
  if (-not (Get-Command -Name $Name -CommandType Application -ErrorAction SilentlyContinue)) {
    Stop-Script "$Name is not installed. $HowToGetIt"
  }
}

# Documents are read, and backups written, as UTF-8 without byte order mark: the AWS CLI takes nothing else.
function Get-PathHere([string] $Name) { return (Join-Path -Path $PSScriptRoot -ChildPath $Name) }

function Read-Text([string] $Name) { return [System.IO.File]::ReadAllText((Get-PathHere $Name)) }

function Save-Text([string] $Name, [string] $Text) {
  $encoding = New-Object System.Text.UTF8Encoding $false
  [System.IO.File]::WriteAllText((Get-PathHere $Name), $Text, $encoding)
}

function Assert-File([string[]] $Names) {
  foreach ($name in $Names) {
    if (-not (Test-Path -LiteralPath (Get-PathHere $name) -PathType Leaf)) {
      Stop-Script "$name is missing. Keep this script in its folder of the bundle."
    }
  }
}

# Hands a value to the AWS CLI in a file, where PowerShell or the CLI would change it on the way.
function New-ValueFile([string] $Name, [string] $Text) {
  $file = "value-$Name.txt"
  Save-Text $file $Text
  $script:Scratch.Add($file)
  return "file://$file"
}

# Sets a variable of the environment, or removes it.
function Set-Environment([string] $Name, $Value) {
  if ($null -eq $Value) {
    Remove-Item -Path "Env:\$Name" -ErrorAction SilentlyContinue
  } else {
    Set-Item -Path "Env:\$Name" -Value $Value
  }
}

# A window that is no console (the ISE) has no output encoding to set.
function Set-OutputEncoding($Encoding) {
  try { [Console]::OutputEncoding = $Encoding } catch { Write-Verbose 'The output encoding stays as it is.' }
}

# Asks AWS: $true when it answers. $script:Answer is the answer; after a failure $script:Problem is the
# message and $script:Code is AWS's error code.
function Test-Aws([string[]] $Arguments) {
  # Windows PowerShell takes what a program writes to its error stream for an error of its own.
  $ErrorActionPreference = 'Continue'
  $PSNativeCommandUseErrorActionPreference = $false
  $script:Code = ''
  $answers = New-Object 'System.Collections.Generic.List[string]'
  $problems = New-Object 'System.Collections.Generic.List[string]'
  $lines = @(& aws @Arguments 2>&1)
  $status = $LASTEXITCODE
  foreach ($line in $lines) {
    if ($line -is [System.Management.Automation.ErrorRecord]) {
      # An empty line comes as the name of a class.
      $problems.Add($line.ToString().Replace('System.Management.Automation.RemoteException', ''))
    } else {
      $answers.Add([string] $line)
    }
  }
  $script:Answer = $answers -join "`n"
  $script:Problem = ($problems -join "`n").Trim()
  if ($status -eq 0) { return $true }
  if ($script:Problem -match 'An error occurred \(([^)]*)\)') { $script:Code = $Matches[1] }
  return $false
}

# Ends the script after a failed request, with AWS's message and what usually helps.
function Stop-AfterProblem([string] $What) {
  $said = $script:Code + ' ' + $script:Problem
  if ($said -cmatch '^(AccessDenied|UnauthorizedOperation)') {
    $hint = 'These credentials may not make this call. Use an admin of the account, or have the call allowed.'
  } elseif ($said -cmatch '^MethodNotAllowed') {
    $hint = 'The bucket belongs to another account than these credentials.'
  } elseif ($said -cmatch '^(Expired|RequestExpired|InvalidClientTokenId)|Token has expired|SSO session') {
    $hint = 'Log in again, e.g. with: aws sso login'
  } elseif ($said -cmatch 'could not be found|Unable to locate credentials') {
    $hint = 'Set up the profile that the commands below name: aws configure, or aws configure sso'
  } elseif ($said -cmatch '^NoSuchBucket') {
    $hint = 'Check the name of the bucket in the agreement.'
  } elseif ($said -cmatch '^NoSuchEntity') {
    $hint = 'Create the role or user first, or correct its name in the agreement.'
  } elseif ($said -cmatch '(?s)^MalformedPolicy.*nvalid principal') {
    $hint = 'A role or user that the policy names does not exist (any more). It has to be created first; then run this again.'
  } elseif ($said -cmatch '^InvalidIamRole') {
    $hint = 'The role is missing, or does not trust S3 Access Grants for this account and region.'
  } elseif ($said -cmatch '^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown)|Rate exceeded') {
    $hint = 'AWS asks for fewer requests, and the CLI has tried several times. Wait a minute.'
  } else {
    $hint = 'Nothing is known about this error here: see the message above.'
  }
  Stop-Script ($What + "`n" + $script:Problem + "`n" + $hint)
}

# Stops unless the credentials belong to the account, in the partition, that this script is for.
function Assert-Caller([scriptblock] $WhoAmI) {
  if (-not (& $WhoAmI)) { Stop-AfterProblem 'AWS does not tell whose credentials these are.' }
  $parts = $script:Answer -split "`t"
  $caller = $parts[0]
  $arn = $parts[1]
  $callerPartition = ($arn -split ':')[1]
  $whose = ''
  if ($caller -ceq $OtherAccount) { $whose = " That is ${OtherSide}: it has its own scripts." }
  if ($caller -cne $Account -or $callerPartition -cne $Partition) {
    Stop-Script ("These are credentials of account $caller ($arn).$whose`n" +
      "This script is for ${Side}: account $Account in partition $Partition.")
  }
  Write-Line "Credentials: $arn"
}

function Write-Step([string] $Number, [string] $Title) {
  Write-Line ''
  Write-Line "[$Number] $Title"
}
