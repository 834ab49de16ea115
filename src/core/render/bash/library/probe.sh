probe() { # probe EXPECTED SHOWS
  try
  judge "$1" "$2"
}
