$Tries = 1
$Pause = 0
$script:Done = New-Object 'System.Collections.Generic.List[string]'
$script:ByHand = New-Object 'System.Collections.Generic.List[string]'
$script:Backup = ''
$script:Retry = $false
