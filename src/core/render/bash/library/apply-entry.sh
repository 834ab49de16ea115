# Makes something to which AWS gives the id, and records the id. What is there with that DETAIL ('' for
# any) is used as it is; with OTHERS "refuse" only if apply has made it.
apply_entry() { # apply_entry ID NAME DETAIL NONE OTHERS
  if find_entry look "$2" "$4"; then
    if [ -n "$3" ] && [ "$DETAIL" != "$3" ]; then
      stop "$2 is there already, with $DETAIL, and $3 was agreed. It was left as it is.
$(review_again)"
    fi
    if [ "$5" = refuse ] && ! recorded "$1"; then
      differs "$2 is there already, and this folder has no record that apply made it. Others may use it."
    fi
    in_place
    return
  fi
  if [ "$DRY_RUN" = yes ]; then
    create
    return
  fi
  backup_folder backup
  : >"$BACKUP/$1.added"
  if ! make_change create; then
    rm -f -- "$BACKUP/$1.added"
    failed 'AWS refused to create it.'
  fi
  printf '%s' "$OUT" >"$BACKUP/$1.added"
  did "created: $OUT."
}
