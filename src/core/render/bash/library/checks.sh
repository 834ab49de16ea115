# What a check finds to be other than agreed stops the script, unless --skip-checks says to go on. Once
# something is changed (STRICT=no) it only warns.
STRICT=yes
differs() {
  if [ "$STRICT" = no ] || [ "$SKIP_CHECKS" = yes ]; then
    say "    WARNING: $1"
  else
    stop "$1
$(review_again)
Or go on all the same with --skip-checks."
  fi
}

as_agreed() { say "    As agreed: $1"; }

# A missing permission to look is told, and the script goes on. Any other failure stops it.
cannot_look() { # cannot_look WHAT
  case "$CODE" in
    AccessDenied*) say "    WARNING: $1 could not be checked: these credentials may not look." ;;
    *)
      if [ "$STRICT" = yes ]; then failed "$1 cannot be checked."; fi
      say "    WARNING: $1 could not be checked: $PROBLEM" ;;
  esac
}
