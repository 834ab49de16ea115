# Documents and backups are beside this script. Named relative to it, they need no quoting by the AWS CLI.
unset CDPATH
cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")"
WORK=$(mktemp -d "${TMPDIR:-/tmp}/s3-handshake.XXXXXX")
printf '{}' >"$WORK/nothing.json"
trap finish EXIT
trap 'exit 130' HUP INT TERM
# Answers are read by this script: no pager, and the same characters on every machine.
export AWS_PAGER='' AWS_CLI_FILE_ENCODING=UTF-8
