# Follows the backups of ID from what is there now, newest first. KNOWN: this folder has a record of a
# change. BACK: what is there now is what was written, and FIRST was there before it ('' for nothing).
trace() { # trace ID
  local wrote before now=$WORK/now.json
  KNOWN=no BACK=no FIRST=''
  while IFS= read -r wrote; do
    if [ ! -e "$wrote" ]; then continue; fi
    KNOWN=yes
    before=${wrote%.wrote.json}.before.json
    if [ ! -e "$before" ]; then before=''; fi
    if [ -n "$now" ] && same "$now" "$wrote"; then
      BACK=yes
      now=$before
    fi
  done <<<"$(printf '%s\n' backup-*/"$1".wrote.json | sort -r)"
  if [ "$BACK" = yes ]; then FIRST=$now; fi
}

# Marks the records of ID as undone; the backups themselves stay.
forget() { # forget ID
  local record
  if [ "$DRY_RUN" = yes ]; then return; fi
  for record in backup-*/"$1".wrote.json backup-*/"$1".added; do
    if [ -e "$record" ]; then mv -- "$record" "$record.undone"; fi
  done
}

gone() { # gone ID
  forget "$1"
  say '    Already gone: nothing to do.'
}

left_alone() {
  say '    Left as it is: this folder has no backup that says that apply put it there.'
  say '    To remove what is exactly that of this bundle all the same: --without-record'
}

put_back() { # put_back ID FILE DONE
  if [ "$DRY_RUN" = yes ]; then
    put "$2"
    return
  fi
  keep undo "$1" "$2"
  make_change put "$BACKUP/$1.wrote.json" || failed 'AWS refused the change.'
  forget "$1"
  did "$3"
}

take_away() { # take_away ID DONE
  if [ "$DRY_RUN" = yes ]; then
    remove
    return
  fi
  keep undo "$1" "$WORK/nothing.json"
  make_change remove || failed 'AWS refused to remove it.'
  forget "$1"
  did "$2"
}
