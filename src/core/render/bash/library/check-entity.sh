# A role or user must exist, under its full ARN (ANY_PATH: yes when only the name is known).
check_entity() { # check_entity ARN ANY_PATH
  if ask look; then
    if [ "$OUT" = "$1" ] || [ "$2" = yes ]; then
      as_agreed "$OUT exists."
    else
      differs "$1 is not there; under that name there is $OUT."
    fi
  elif [ "$CODE" = NoSuchEntity ]; then
    differs "$1 does not exist. Create it first: a policy that names it is refused."
  else
    cannot_look "$1"
  fi
}
