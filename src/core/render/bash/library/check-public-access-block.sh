# Block Public Access can stay on: nothing here is public.
check_public_access_block() {
  if ask look; then
    say "    BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets: $(printf '%s' "$OUT" | tr '\t' ' '). They can stay as they are."
  elif [ "$CODE" = NoSuchPublicAccessBlockConfiguration ]; then
    say '    Block Public Access is off for this bucket. This sharing needs nothing public: it can be turned on.'
  else
    cannot_look 'Block Public Access'
  fi
}
