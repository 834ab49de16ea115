TRIES=${S3_HANDSHAKE_TRIES:-10} # while IAM spreads a new role or user
PAUSE=${S3_HANDSHAKE_PAUSE:-5}  # seconds between them
DONE='' BACKUP='' STAYED='' BY_HAND='' RETRY=no RECORDS='backup-*'
