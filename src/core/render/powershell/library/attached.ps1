# Whether the policy is among those that AWS has just listed.
function Test-Attached([string] $PolicyArn) {
  return (($script:Answer -split '\s+') -ccontains $PolicyArn)
}
