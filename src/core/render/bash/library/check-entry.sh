# Something that AWS lists must be there, with that DETAIL ('' for any).
check_entry() { # check_entry NAME DETAIL NONE
  if ! ask look; then
    if [ -z "$3" ] || [ "$CODE" != "$3" ]; then
      cannot_look "$1"
      return
    fi
    OUT=''
  fi
  if ! read_entry "$1"; then
    differs "$1 is not there."
  elif [ -n "$2" ] && [ "$DETAIL" != "$2" ]; then
    differs "$1 is there with $DETAIL, and $2 was agreed."
  else
    as_agreed "$1 is there."
  fi
}
