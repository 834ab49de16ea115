# Gets temporary credentials. They stay in variables of this script and are written nowhere.
open_session() { # open_session SHOWS
  local rest
  if ! ask look; then
    fail "$1" "$PROBLEM"
    say '      The requests that need its session were not made.'
    report
  fi
  SESSION_ID=${OUT%%$'\t'*}
  rest=${OUT#*$'\t'}
  SESSION_SECRET=${rest%%$'\t'*}
  SESSION_TOKEN=${rest#*$'\t'}
  OUT=''
  pass "$1"
}

# Runs a command with those credentials.
as_session() {
  (
    unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SECURITY_TOKEN
    export AWS_ACCESS_KEY_ID="$SESSION_ID" AWS_SECRET_ACCESS_KEY="$SESSION_SECRET" AWS_SESSION_TOKEN="$SESSION_TOKEN"
    "$@"
  )
}
