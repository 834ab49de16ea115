# While a bucket policy is public, RestrictPublicBuckets keeps every other account out.
function Invoke-CheckPolicyStatus([scriptblock] $Look) {
  if (& $Look) {
    if ($script:Answer -ceq 'True') {
      Write-Different 'S3 takes the bucket policy for public. With RestrictPublicBuckets on, every other account stays out.'
    } else {
      Write-AsAgreed 'the bucket policy is not public.'
    }
  } elseif ($script:Code -cne 'NoSuchBucketPolicy') {
    Write-CannotLook 'Whether the bucket policy is public'
  }
}
