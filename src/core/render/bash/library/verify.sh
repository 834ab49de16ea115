pass() {
  PASSED=$((PASSED + 1))
  say "PASS  $1"
}

fail() { # fail SHOWS WHY
  FAILED=$((FAILED + 1))
  say "FAIL  $1"
  say "      $2"
}

# Nothing wrong was seen, but what it should show was not shown either.
not_shown() { # not_shown SHOWS WHY
  OPEN=$((OPEN + 1))
  say "NOT SHOWN  $1"
  say "      $2"
}

# Runs attempt. ANSWER becomes allowed, denied, or unclear with the reason in PROBLEM. S3 answers with
# one of the codes ANYWAY only after it has let the caller in.
try() { # try ANYWAY...
  local code
  if ask attempt; then
    ANSWER=allowed
    return
  fi
  ANSWER=unclear
  case "$CODE" in
    AccessDenied | AccessDeniedException | 403) ANSWER=denied ;;
  esac
  for code in "$@"; do
    if [ "$CODE" = "$code" ]; then ANSWER=allowed; fi
  done
}

# One line for the answer. Only a plain AccessDenied counts as denied.
judge() { # judge EXPECTED SHOWS
  if [ "$ANSWER" = "$1" ]; then
    pass "$2"
  elif [ "$ANSWER" = unclear ]; then
    fail "$2" "Could not tell: $PROBLEM"
  elif [ "$1" = allowed ]; then
    fail "$2" "Denied: $PROBLEM"
  else
    fail "$2" 'It was allowed.'
  fi
}

finish() { rm -rf -- "$WORK"; }

# Tells the result; the exit status says the same: 0 all passed, 1 something failed, 3 something was not shown.
report() {
  say ''
  if [ -n "$LEFT" ]; then
    say 'Written by this run and still there, empty; account A can delete it:'
    printf '%s' "$LEFT" | sed 's|^|  s3://|'
  fi
  say "$PASSED passed, $FAILED failed, $OPEN not shown."
  if [ "$FAILED" -gt 0 ]; then
    say 'Policies take a moment to spread: if apply ran just now, wait a minute and run this again.'
    exit 1
  fi
  if [ "$OPEN" -gt 0 ]; then exit 3; fi
}
