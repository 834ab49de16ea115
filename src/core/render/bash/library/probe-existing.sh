# The objects that --object names, one a line.
OBJECTS=''
add_object() { OBJECTS=$OBJECTS$1$'\n'; }

# Reads one byte of an object that is there: one given by --object, or the first that is listed.
probe_existing() { # probe_existing EXPECTED SHOWS BUCKET PREFIX
  local given
  KEY=''
  while IFS= read -r given; do
    case "$given" in
      "s3://$3/$4"?*) KEY=${given#"s3://$3/"} ;;
    esac
  done <<<"$OBJECTS"
  if [ -z "$KEY" ] && ask list && [ "$OUT" != None ]; then KEY=$OUT; fi
  case "$KEY" in
    '' | file://* | fileb://* | http://* | https://*)
      not_shown "$2" "No object to read is known below $3/$4. Name one: --object s3://$3/${4}KEY"
      return ;;
  esac
  try InvalidRange
  if [ "$CODE" = NoSuchKey ]; then
    not_shown "$2" "There is no object s3://$3/$KEY."
    return
  fi
  judge "$1" "$2"
}
