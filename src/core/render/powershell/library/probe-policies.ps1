# What IAM says of a principal's own policies; those of resources are left out.
function Invoke-ProbePolicies([string] $Expected, [string] $Shows, [scriptblock] $Look) {
  if (-not (& $Look)) {
    Write-Fail $Shows $script:Problem
    return
  }
  $decision = 'denied'
  if ($script:Answer -ceq 'allowed') { $decision = 'allowed' }
  if ($decision -ceq $Expected) {
    Write-Pass $Shows
  } else {
    Write-Fail $Shows "IAM says: $($script:Answer)."
  }
}
