# The same for a managed policy, of which the default version counts.
look_version() {
  rm -f -- "$WORK/now.json"
  if ask version; then
    VERSION_ID=$OUT
    look_now ''
    return
  fi
  if [ "$CODE" != NoSuchEntity ]; then failed 'What is there now cannot be read.'; fi
  return 1
}
