# The option --only: the records of one run of apply, by its backup folder beside this script.
add_only() { # add_only FOLDER
  RECORDS=${1%/}
  RECORDS=${RECORDS##*/}
  case "$RECORDS" in
    *[!A-Za-z0-9-]*) ;;
    backup-*)
      if [ -d "$(dirname -- "${BASH_SOURCE[0]:-$0}")/$RECORDS" ]; then return; fi ;;
  esac
  printf 'There is no backup folder %s beside this script.\n' "$1" >&2
  exit 2
}

# What apply has written of ID, a file a line.
records() { # records ID
  # shellcheck disable=SC2086
  printf '%s\n' $RECORDS/"$1".wrote.json
}

# Follows the backups of ID from what is there now, newest first. KNOWN: this folder has a record of a
# change. BACK: what is there now is what was written, and FIRST was there before it ('' for nothing).
# AS_BEFORE: it is what was there before the first change, so none has come about or all are taken back.
trace() { # trace ID
  local wrote before now=$WORK/now.json
  KNOWN=no BACK=no AS_BEFORE=no FIRST=''
  while IFS= read -r wrote; do
    if [ ! -e "$wrote" ]; then continue; fi
    before=${wrote%.wrote.json}.before.json
    if [ ! -e "$before" ]; then before=''; fi
    KNOWN=yes AS_BEFORE=no
    if [ -n "$before" ] && same "$WORK/now.json" "$before"; then AS_BEFORE=yes; fi
    if [ -n "$now" ] && same "$now" "$wrote"; then
      BACK=yes
      now=$before
    fi
  done <<<"$(records "$1" | sort -r)"
  if [ "$BACK" = yes ]; then FIRST=$now; fi
}

# Marks the records of ID as undone; the backups themselves stay.
forget() { # forget ID
  local record
  if [ "$DRY_RUN" = yes ]; then return; fi
  # shellcheck disable=SC2086
  for record in $RECORDS/"$1".wrote.json $RECORDS/"$1".added; do
    if [ -e "$record" ]; then mv -- "$record" "$record.undone"; fi
  done
}

gone() { # gone ID
  forget "$1"
  say '    Already gone: nothing to do.'
}

left_alone() {
  if [ "$RECORDS" != 'backup-*' ]; then
    say '    Not changed by that run.'
    return
  fi
  say '    Left as it is: this folder has no backup that says that apply put it there.'
  say '    To remove what is exactly that of this bundle all the same: --without-record'
}

# Leaves something in place that others use.
stay() { # stay WHY
  say "    Left in place: $1"
  STAYED="$STAYED  $SUBJECT: $1"$'\n'
}

# Whether others use it, as far as still_used has been asked: then it stays.
in_use() {
  if [ -z "$USED" ]; then return 1; fi
  stay "still used by $USED."
}

# After a refused change: what AWS keeps because others use it stays; anything else ends the script.
refused() { # refused WHAT
  case "$CODE" in
    *NotEmptyError | DeleteConflict | InvalidBucketAclWithObjectOwnership)
      stay "others use it. $(printf '%s' "$PROBLEM" | tr '\n' ' ' | sed 's/^ *//')" ;;
    *) failed "$1" ;;
  esac
}

put_back() { # put_back ID FILE DONE
  if [ "$DRY_RUN" = yes ]; then
    put "$2"
    return
  fi
  keep undo "$1" "$2"
  if ! make_change put "$BACKUP/$1.wrote.json"; then
    refused 'AWS refused the change.'
    return
  fi
  forget "$1"
  did "$3"
}

take_away() { # take_away ID DONE
  if in_use; then return; fi
  if [ "$DRY_RUN" = yes ]; then
    remove
    return
  fi
  keep undo "$1" "$WORK/nothing.json"
  if ! make_change remove; then
    refused 'AWS refused to remove it.'
    return
  fi
  forget "$1"
  did "$2"
}

# After a stop half-way.
half_way() { say "$AFTER_STOP"; }
