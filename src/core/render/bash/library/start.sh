say() { printf '%s\n' "$*"; }

# Ends the script. finish, which runs on every exit, tells what had been done by then.
stop() {
  printf '\nSTOPPED: %s\n' "$*" >&2
  exit 1
}

need() { # need TOOL HOW-TO-GET-IT
  command -v "$1" >/dev/null 2>&1 || stop "$1 is not installed. $2"
}

need_files() {
  local file
  for file in "$@"; do
    if [ ! -r "$file" ]; then stop "$file is missing. Keep this script in its folder of the bundle."; fi
  done
}

# Asks AWS. OUT is the answer; after a failure PROBLEM is the message and CODE is AWS's error code.
ask() {
  PROBLEM='' CODE=''
  if OUT=$("$@" 2>"$WORK/error"); then return 0; fi
  PROBLEM=$(cat "$WORK/error")
  CODE=$(sed -n 's/.*An error occurred (\([^)]*\)).*/\1/p' "$WORK/error" | sed -n 1p)
  return 1
}

# Ends the script after a failed ask, with AWS's message and what usually helps.
failed() { # failed WHAT
  local hint
  case "$CODE $PROBLEM" in
    AccessDenied* | UnauthorizedOperation*)
      hint='These credentials may not make this call. Use an admin of the account, or have the call allowed.' ;;
    MethodNotAllowed*)
      hint='The bucket belongs to another account than these credentials.' ;;
    Expired* | RequestExpired* | InvalidClientTokenId* | *'Token has expired'* | *'SSO session'*)
      hint='Log in again, e.g. with: aws sso login' ;;
    *'could not be found'* | *'Unable to locate credentials'*)
      hint='Set up the profile that the commands below name: aws configure, or aws configure sso' ;;
    NoSuchBucket*) hint='Check the name of the bucket in the agreement.' ;;
    NoSuchEntity*) hint='Create the role or user first, or correct its name in the agreement.' ;;
    MalformedPolicy*nvalid?principal*)
      hint='A role or user that the policy names does not exist (any more). It has to be created first; then run this again.' ;;
    InvalidIamRole*) hint='The role is missing, or does not trust S3 Access Grants for this account and region.' ;;
    Throttl* | TooManyRequests* | RequestLimitExceeded* | SlowDown* | *'Rate exceeded'*)
      hint='AWS asks for fewer requests, and the CLI has tried several times. Wait a minute.' ;;
    *) hint='Nothing is known about this error here: see the message above.' ;;
  esac
  stop "$1"$'\n'"$PROBLEM"$'\n'"$hint"
}

# Stops unless the credentials belong to the account, in the partition, that this script is for.
check_caller() {
  local account arn partition whose=''
  ask who_am_i || failed 'AWS does not tell whose credentials these are.'
  account=${OUT%%$'\t'*}
  arn=${OUT#*$'\t'}
  partition=${arn#arn:}
  partition=${partition%%:*}
  if [ "$account" = "$OTHER_ACCOUNT" ]; then whose=" That is $OTHER_SIDE: it has its own scripts."; fi
  if [ "$account" != "$ACCOUNT" ] || [ "$partition" != "$PARTITION" ]; then
    stop "These are credentials of account $account ($arn).$whose
This script is for $SIDE: account $ACCOUNT in partition $PARTITION."
  fi
  say "Credentials: $arn"
}

step() { # step NUMBER TITLE
  printf '\n[%s] %s\n' "$1" "$2"
}
