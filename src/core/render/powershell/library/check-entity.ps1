# A role or user must exist, under its full ARN (AnyPath: yes when only the name is known).
function Invoke-CheckEntity([string] $Arn, [string] $AnyPath, [scriptblock] $Look) {
  if (& $Look) {
    if ($script:Answer -ceq $Arn -or $AnyPath -ceq 'yes') {
      Write-AsAgreed "$($script:Answer) exists."
    } else {
      Write-Different "$Arn is not there; under that name there is $($script:Answer)."
    }
  } elseif ($script:Code -ceq 'NoSuchEntity') {
    Write-Different "$Arn does not exist. Create it first: a policy that names it is refused."
  } else {
    Write-CannotLook $Arn
  }
}
