# While a bucket policy is public, RestrictPublicBuckets keeps every other account out.
check_policy_status() {
  if ask look; then
    if [ "$OUT" = True ]; then
      differs 'S3 takes the bucket policy for public. With RestrictPublicBuckets on, every other account stays out.'
    else
      as_agreed 'the bucket policy is not public.'
    fi
  elif [ "$CODE" != NoSuchBucketPolicy ]; then
    cannot_look 'Whether the bucket policy is public'
  fi
}
