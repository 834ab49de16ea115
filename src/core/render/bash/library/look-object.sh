# Reads an object into now.json. Fails when there is none.
look_object() {
  rm -f -- "$WORK/now.json" "$WORK/s3-handshake-object.json"
  if ask look; then
    mv -- "$WORK/s3-handshake-object.json" "$WORK/now.json"
    if ! jq -e . "$WORK/now.json" >/dev/null 2>&1; then
      stop 'Another file, not in JSON, is there under this key. It was left as it is. Choose another key in the agreement.'
    fi
    return 0
  fi
  if [ "$CODE" != NoSuchKey ]; then failed 'What is there now cannot be read.'; fi
  return 1
}
