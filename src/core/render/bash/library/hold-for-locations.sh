HOLDS='' HELD='' HOLDER=''

# While locations go on to use ROLE, the steps that they need, HOLDS, are not undone.
hold_for_locations() { # hold_for_locations ROLE NONE
  USED=''
  still_used location "$2" "$1"
  if [ -n "$USED" ]; then
    HELD="$HELD$HOLDS "
    HOLDER=$USED
  fi
  USED=''
}

# Whether a step is not undone because of them.
held() { # held NUMBER TITLE
  case " $HELD" in
    *" $1 "*)
      SUBJECT="[$1] $2"
      stay "needed by $HOLDER." ;;
    *) return 1 ;;
  esac
}
