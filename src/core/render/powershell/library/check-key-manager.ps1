function Invoke-CheckKeyManager([scriptblock] $Look) {
  if (-not (& $Look)) {
    Write-CannotLook 'The key'
  } elseif ($script:Answer -ceq 'CUSTOMER') {
    Write-AsAgreed 'the key is customer managed.'
  } else {
    Write-Different 'The key is managed by AWS: nobody can edit its key policy, so it cannot be shared.'
  }
}
