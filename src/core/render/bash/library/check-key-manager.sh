check_key_manager() {
  if ! ask look; then
    cannot_look 'The key'
  elif [ "$OUT" = CUSTOMER ]; then
    as_agreed 'the key is customer managed.'
  else
    differs 'The key is managed by AWS: nobody can edit its key policy, so it cannot be shared.'
  fi
}
