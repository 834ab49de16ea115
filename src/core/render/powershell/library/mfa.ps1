# The trust policy asks for MFA: the code comes from the keyboard, or from S3_HANDSHAKE_MFA_CODE.
function Invoke-AskMfaCode([string] $Device) {
  $script:MFA_CODE = [string] $env:S3_HANDSHAKE_MFA_CODE
  if ($script:MFA_CODE -eq '') { $script:MFA_CODE = Read-Host "Code of the MFA device $Device" }
  if ($script:MFA_CODE -notmatch '^[0-9]{6}$') { Stop-Script 'An MFA code has six digits. Set S3_HANDSHAKE_MFA_CODE to it.' }
}
