# The trust policy asks for MFA: the code comes from the keyboard, or from S3_HANDSHAKE_MFA_CODE.
ask_mfa_code() { # ask_mfa_code DEVICE
  MFA_CODE=${S3_HANDSHAKE_MFA_CODE:-}
  if [ -z "$MFA_CODE" ]; then
    printf 'Code of the MFA device %s: ' "$1" >&2
    read -r MFA_CODE || stop 'No MFA code was given. Set S3_HANDSHAKE_MFA_CODE to it.'
  fi
}
