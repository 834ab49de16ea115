# Puts a text where there is nothing or something else; what is there is kept before.
function Set-Document([scriptblock] $Put, [string] $Id, $Now, [string] $New, [string] $Text) {
  if ($DryRun) {
    [void] (& $Put "$Id.wrote.json")
    return
  }
  $file = Save-Record 'backup' $Id $Now $New
  if (-not (Test-Change $Put $file)) { Stop-AfterProblem 'AWS refused the change.' }
  Write-Done $Text
}

function Write-InPlace { Write-Line '    Already in place: nothing to do.' }

function Get-ReviewAgain { return "Review it, with what is there now taken in: $Link" }
