# Something that AWS lists must be there, with that Detail ('' for any).
function Invoke-CheckEntry([string] $Name, [string] $Agreed, [string] $None, [scriptblock] $Look) {
  if (-not (& $Look)) {
    if ($None -eq '' -or $script:Code -cne $None) {
      Write-CannotLook $Name
      return
    }
    $script:Answer = ''
  }
  if (-not (Read-Entry $Name '')) {
    Write-Different "$Name is not there."
  } elseif ($Agreed -ne '' -and $script:Detail -cne $Agreed) {
    Write-Different "$Name is there with $($script:Detail), and $Agreed was agreed."
  } else {
    Write-AsAgreed "$Name is there."
  }
}
