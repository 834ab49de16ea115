# The key policy must let IAM policies of the account decide, or name the role.
function Invoke-CheckKeyDelegates([string] $KeyAccount, [string] $RoleArn, [scriptblock] $Look) {
  if (-not (& $Look)) {
    Write-CannotLook 'The key policy'
    return
  }
  $policy = ConvertFrom-PolicyText $script:Answer 'The key policy'
  $root = "arn:${Partition}:iam::${KeyAccount}:root"
  $found = $false
  foreach ($statement in (Get-Statements $policy)) {
    if ([string] $statement.Effect -cne 'Allow') { continue }
    foreach ($person in (Get-People $statement)) {
      if ($person -ceq $root -or $person -ceq $RoleArn -or $person -ceq '*') { $found = $true }
    }
  }
  if ($found) {
    Write-AsAgreed 'the key policy lets IAM policies of this account decide, or names the role.'
  } else {
    Write-Different "The key policy neither lets IAM policies of account $KeyAccount decide nor names $RoleArn."
  }
}
