DELETED=''

# Notes who uses what is to be deleted. AWS prints rows (name, whose it is, more of it); rows of somebody but
# WHOSE ('' for anybody), of OWN and of what this script has deleted do not count. NONE is AWS's code for what is gone.
still_used() { # still_used NOUN NONE WHOSE [OWN]...
  local noun=$1 none=$2 whose=$3 name owner detail count=0
  shift 3
  if ! ask list; then
    if [ "$CODE" != "$none" ]; then failed 'Who uses it cannot be read.'; fi
    return 0
  fi
  while IFS=$'\t' read -r name owner detail; do
    case "$name" in '' | None) continue ;; esac
    if [ -n "$whose" ] && [ "$owner" != "$whose" ]; then continue; fi
    case " $* $DELETED " in *" $name "*) continue ;; esac
    count=$((count + 1))
    if [ -z "$detail" ]; then detail=$name; fi
    if [ "$count" -le 5 ]; then
      USED="${USED:+$USED, }$noun $(printf '%s' "$detail" | tr '\t' ' ')"
    fi
  done <<<"$OUT"
  if [ "$count" -gt 5 ]; then USED="$USED and $((count - 5)) more"; fi
}
