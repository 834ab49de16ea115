# A bucket's default encryption; a key may be written as ARN, as id or as alias.
check_encryption() { # check_encryption EXPECTED KEY-ARN
  local algorithm key found
  if ! ask look; then
    if [ "$CODE" != ServerSideEncryptionConfigurationNotFoundError ]; then
      cannot_look 'Default encryption'
      return
    fi
    OUT=$'AES256\tNone'
  fi
  algorithm=${OUT%%$'\t'*}
  key=${OUT#*$'\t'}
  case "$algorithm $key" in
    AES256*) found=sse-s3 ;;
    *' None' | *alias/aws/s3) found=aws-managed-key ;;
    *) found=sse-kms ;;
  esac
  if [ "$found" = sse-kms ] && [ "$1" = sse-kms ] && [ "$key" != "$2" ] && [ "$key" != "${2##*/}" ]; then
    differs "The default key is $key, and $2 was agreed."
  elif [ "$found" = "$1" ]; then
    as_agreed "default encryption is $algorithm."
  else
    differs "Default encryption is $algorithm with key $key ($found), and $1 was agreed."
  fi
}
