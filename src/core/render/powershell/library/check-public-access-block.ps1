# Block Public Access can stay on: nothing here is public.
function Invoke-CheckPublicAccessBlock([scriptblock] $Look) {
  if (& $Look) {
    Write-Line "    BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets: $($script:Answer -replace '\s+', ' '). They can stay as they are."
  } elseif ($script:Code -ceq 'NoSuchPublicAccessBlockConfiguration') {
    Write-Line '    Block Public Access is off for this bucket. This sharing needs nothing public: it can be turned on.'
  } else {
    Write-CannotLook 'Block Public Access'
  }
}
