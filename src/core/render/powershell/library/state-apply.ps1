# While IAM spreads a new role or user: so many tries, and so many seconds between them.
$Tries = 10
if ($env:S3_HANDSHAKE_TRIES) { $Tries = [int] $env:S3_HANDSHAKE_TRIES }
$Pause = 5
if ($env:S3_HANDSHAKE_PAUSE) { $Pause = [int] $env:S3_HANDSHAKE_PAUSE }
$script:Done = New-Object 'System.Collections.Generic.List[string]'
$script:ByHand = New-Object 'System.Collections.Generic.List[string]'
$script:Stayed = New-Object 'System.Collections.Generic.List[string]'
$script:Used = ''
$script:Backup = ''
$script:Retry = $false
$script:OnlyFolder = ''
