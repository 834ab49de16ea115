# Puts a file where there is nothing or something else; what is there is kept before.
write() { # write COMMAND ID FILE DONE
  if [ "$DRY_RUN" = yes ]; then
    "$1" "$3"
    return
  fi
  keep backup "$2" "$3"
  make_change "$1" "$BACKUP/$2.wrote.json" || failed 'AWS refused the change.'
  did "$4"
}

in_place() { say '    Already in place: nothing to do.'; }

review_again() {
  printf 'Review it, with what is there now taken in: %s\n' "$LINK"
}

# After a stop half-way: takes back what this run has changed, newest first, as far as it is still there.
half_way() {
  say "Taking back what this run has changed (bash undo.sh --only $BACKUP):"
  if bash undo.sh --only "$BACKUP" >"$BACKUP/taken-back.txt" 2>&1; then
    sed 's/^/  /' "$BACKUP/taken-back.txt"
    if grep -q 'Left in place' "$BACKUP/taken-back.txt"; then
      say 'What others use by now stays, see above; all else is as it was before this run.'
      return
    fi
    say 'All is as it was before this run. Remove the cause; then run this again.'
  else
    sed 's/^/  /' "$BACKUP/taken-back.txt"
    printf 'NOT all of it could be taken back: see above. When the cause is gone: bash undo.sh --only %s\n%s\n' \
      "$BACKUP" "$AFTER_STOP"
  fi
}
