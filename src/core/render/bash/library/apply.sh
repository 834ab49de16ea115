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
