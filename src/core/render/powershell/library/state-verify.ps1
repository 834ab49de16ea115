$script:Passed = 0
$script:Failed = 0
$script:Open = 0
$script:Left = New-Object 'System.Collections.Generic.List[string]'
$Download = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath ('s3-handshake-' + [guid]::NewGuid().ToString('N') + '.out')
