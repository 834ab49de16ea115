# Without ownership controls a bucket behaves as ObjectWriter.
function Invoke-CheckOwnership([string] $Expected, [scriptblock] $Look) {
  if (& $Look) {
    $found = $script:Answer
  } elseif ($script:Code -ceq 'OwnershipControlsNotFoundError') {
    $found = 'ObjectWriter'
  } else {
    Write-CannotLook 'Object Ownership'
    return
  }
  if ($found -ceq $Expected) {
    Write-AsAgreed "Object Ownership is $found."
  } else {
    Write-Different "Object Ownership is $found, and $Expected was agreed."
  }
}
