# Deletes every access key of a user that apply created: who holds one is out from then on.
undo_access_keys() { # undo_access_keys ID-OF-USER
  local keys
  if ! ask look; then
    if [ "$CODE" != NoSuchEntity ]; then failed 'The access keys cannot be listed.'; fi
    OUT=''
  fi
  keys=$OUT
  case "$keys" in
    '' | None)
      say '    Already gone: nothing to do.'
      return ;;
  esac
  if [ "$WITHOUT_RECORD" = no ] && ! recorded "$1"; then
    left_alone
    return
  fi
  for ACCESS_KEY_ID in $keys; do
    if [ "$DRY_RUN" = yes ]; then
      remove
    else
      make_change remove || failed 'AWS refused to delete it.'
      did "$ACCESS_KEY_ID deleted."
    fi
  done
}
