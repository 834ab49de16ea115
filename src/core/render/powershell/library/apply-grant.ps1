# Makes an access grant in the location of Scope, whose id AWS knows.
function Invoke-ApplyGrant([string] $Id, [string] $Name, [string] $Permission, [string] $Scope, [string] $None, [scriptblock] $List, [scriptblock] $Look, [scriptblock] $Create) {
  if (Find-Entry $List $Scope $None '') {
    $script:LOCATION_ID = $script:ENTRY_ID
  } elseif ($DryRun) {
    $script:LOCATION_ID = '<id of the location>'
  } else {
    Stop-Script "The location $Scope is not registered. The step that registers it comes before this one; run this again."
  }
  Invoke-ApplyEntry $Id $Name $Permission $None 'use' -Look $Look -Create $Create
}
