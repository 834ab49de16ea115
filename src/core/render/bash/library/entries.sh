# Of the rows that AWS has just printed (id, name, details) the one of NAME: ENTRY_ID becomes its id and
# DETAIL what follows. AWS writes a path with or without a slash at its end. Of several, ID is taken.
# Not every script asks for the details.
# shellcheck disable=SC2034
read_entry() { # read_entry NAME [ID]
  local id name detail
  ENTRY_ID='' DETAIL=''
  while IFS=$'\t' read -r id name detail; do
    if [ "${name%/}" != "${1%/}" ]; then continue; fi
    if [ -z "$ENTRY_ID" ] || [ "$id" = "${2:-}" ]; then
      ENTRY_ID=$id
      DETAIL=${detail%%$'\t'*}
    fi
  done <<<"$OUT"
  [ -n "$ENTRY_ID" ]
}

# Looks for NAME. Fails when it is not there: no row is its, or AWS says so with the code NONE.
# shellcheck disable=SC2034
find_entry() { # find_entry COMMAND NAME NONE [ID]
  if ! ask "$1"; then
    ENTRY_ID='' DETAIL=''
    if [ -z "$3" ] || [ "$CODE" != "$3" ]; then failed 'What is there now cannot be read.'; fi
    return 1
  fi
  read_entry "$2" "${4:-}"
}
