$script:Answer = ''
$script:Problem = ''
$script:Code = ''
$script:Subject = ''
$script:Scratch = New-Object 'System.Collections.Generic.List[string]'
$finished = $false
$status = 1
$encodingBefore = [Console]::OutputEncoding
# To and from the AWS CLI, the same characters on every machine.
$environment = @{ AWS_CLI_FILE_ENCODING = 'UTF-8'; PYTHONUTF8 = '1'; PYTHONIOENCODING = 'utf-8' }
$environmentBefore = @{}
foreach ($name in @($environment.Keys)) {
  $environmentBefore[$name] = [System.Environment]::GetEnvironmentVariable($name)
  Set-Environment $name $environment[$name]
}
Set-OutputEncoding (New-Object System.Text.UTF8Encoding $false)
# Documents and backups are beside this script. Named relative to it, they need no quoting by the AWS CLI.
Push-Location -LiteralPath $PSScriptRoot
