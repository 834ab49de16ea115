# Gets temporary credentials. They stay in variables of this script and are written nowhere.
# Without them the requests that need the session cannot be made.
function Invoke-OpenSession([string] $Shows, [scriptblock] $Look) {
  if (-not (& $Look)) {
    Write-Fail $Shows $script:Problem
    Write-Line '      The requests that need its session were not made.'
    [void] (Get-Report)
    Stop-Script 'There are no credentials for them.'
  }
  $parts = $script:Answer -split "`t"
  $script:Answer = ''
  $script:Session = @{
    AWS_ACCESS_KEY_ID = $parts[0]
    AWS_SECRET_ACCESS_KEY = $parts[1]
    AWS_SESSION_TOKEN = $parts[2]
    AWS_PROFILE = $null
    AWS_DEFAULT_PROFILE = $null
    AWS_SECURITY_TOKEN = $null
  }
  Write-Pass $Shows
}

# Asks AWS with those credentials.
function Test-AwsInSession([string[]] $Arguments) {
  $before = @{}
  foreach ($name in @($script:Session.Keys)) {
    $before[$name] = [System.Environment]::GetEnvironmentVariable($name)
    Set-Environment $name $script:Session[$name]
  }
  try {
    return (Test-Aws $Arguments)
  } finally {
    foreach ($name in @($before.Keys)) { Set-Environment $name $before[$name] }
  }
}
