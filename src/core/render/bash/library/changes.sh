# Names what the next calls are about. Who uses it is not known yet; only undo asks.
# shellcheck disable=SC2034
about() {
  SUBJECT=$1 USED=''
  say "  $1"
}

# Shows a changing command in a dry run, runs it otherwise.
change() {
  if [ "$DRY_RUN" = no ]; then
    "$@"
  else
    printf '    Would run:'
    printf ' %q' "$@"
    printf '\n'
  fi
}

# Makes a change. IAM takes a moment to spread a new role or user; until then a policy that names it
# is refused as malformed, with "invalid principal", and other uses as InvalidIamRole. Only then it is tried again.
make_change() {
  local left=1
  if [ "$DRY_RUN" = yes ]; then
    "$@"
    return
  fi
  if [ "$RETRY" = yes ]; then left=$TRIES; fi
  until ask "$@"; do
    left=$((left - 1))
    case "$CODE $PROBLEM" in
      MalformedPolicy*nvalid?principal* | InvalidIamRole*) ;;
      *) return 1 ;;
    esac
    if [ "$left" -le 0 ]; then return 1; fi
    say "    A principal is not known to IAM yet. Trying again in $PAUSE s."
    sleep "$PAUSE"
  done
}

# Notes what has been done, for the summary and for a stop half-way.
did() {
  say "    Done: $1"
  DONE="$DONE  $SUBJECT: $1"$'\n'
}

# The folder of this run's backups, made when the first one is needed. Only its owner may read it.
backup_folder() {
  local name count=1
  if [ -n "$BACKUP" ]; then return; fi
  name="$1-$(date -u +%Y%m%dT%H%M%SZ)"
  BACKUP=$name
  until mkdir -- "$BACKUP" 2>/dev/null; do
    if [ ! -e "$BACKUP" ]; then
      stop 'No backup can be kept here: this folder cannot be written to. Copy it to one where you may write.'
    fi
    count=$((count + 1))
    BACKUP=$name-$count
  done
}

# Keeps what is there now, or that there is nothing, and what is about to be put there.
keep() { # keep KIND ID NEW-FILE
  backup_folder "$1"
  if [ -e "$WORK/now.json" ]; then
    cp -- "$WORK/now.json" "$BACKUP/$2.before.json"
  else
    : >"$BACKUP/$2.before.none"
  fi
  cp -- "$3" "$BACKUP/$2.wrote.json"
}

finish() {
  local status=$?
  rm -rf -- "$WORK"
  if [ "$status" -eq 0 ]; then return; fi
  if [ -z "$BACKUP" ]; then
    say 'Nothing was changed.' >&2
    return
  fi
  # A terminal that is closed takes no text any more; all else is done all the same.
  set +e
  if [ -n "$DONE" ]; then printf 'Done before that:\n%s' "$DONE" >&2; fi
  half_way >&2
}

# Tells what a person has to do, now and once more at the end.
by_hand() { # by_hand INSTRUCTION URL
  if [ "$RECORDS" != 'backup-*' ]; then return; fi
  say "    BY HAND: $1"
  say "    $2"
  BY_HAND="$BY_HAND  $1"$'\n'"  $2"$'\n'
}

summary() {
  say ''
  if [ "$DRY_RUN" = yes ]; then
    say 'Dry run: nothing was changed.'
  elif [ -z "$DONE" ]; then
    say 'Nothing had to be changed.'
  else
    printf 'Done:\n%s' "$DONE"
    say "What was there before is in the folder $BACKUP."
  fi
  if [ -n "$STAYED" ]; then
    printf 'Left in place, because others use it:\n%s' "$STAYED"
    say 'Once nobody does any more, run this again: it then goes, too.'
  fi
  if [ -n "$BY_HAND" ]; then printf 'To be done by hand:\n%s' "$BY_HAND"; fi
}
