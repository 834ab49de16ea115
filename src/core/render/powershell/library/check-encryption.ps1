# A bucket's default encryption; a key may be written as ARN, as id or as alias.
function Invoke-CheckEncryption([string] $Expected, [string] $KeyArn, [scriptblock] $Look) {
  $algorithm = 'AES256'
  $key = 'None'
  if (& $Look) {
    $parts = $script:Answer -split "`t"
    $algorithm = $parts[0]
    $key = $parts[1]
  } elseif ($script:Code -cne 'ServerSideEncryptionConfigurationNotFoundError') {
    Write-CannotLook 'Default encryption'
    return
  }
  $found = 'sse-kms'
  if ($algorithm -ceq 'AES256') {
    $found = 'sse-s3'
  } elseif ($key -ceq 'None' -or $key -clike '*alias/aws/s3') {
    $found = 'aws-managed-key'
  }
  if ($found -ceq 'sse-kms' -and $Expected -ceq 'sse-kms' -and $key -cne $KeyArn -and $key -cne ($KeyArn -split '/')[-1]) {
    Write-Different "The default key is $key, and $KeyArn was agreed."
  } elseif ($found -ceq $Expected) {
    Write-AsAgreed "default encryption is $algorithm."
  } else {
    Write-Different "Default encryption is $algorithm with key $key ($found), and $Expected was agreed."
  }
}
