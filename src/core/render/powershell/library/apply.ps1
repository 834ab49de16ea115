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

# After a stop half-way: takes back what this run has changed, newest first, as far as it is still there.
function Complete-HalfWay {
  Write-Line "Taking back what this run has changed (.\undo.ps1 -Only $($script:Backup)):"
  & (Get-PathHere 'undo.ps1') -Only $script:Backup
  if ($LASTEXITCODE -eq 0) {
    Write-Line 'All is as it was before this run, but for what is said to be left in place. Remove the cause; then run this again.'
  } else {
    Write-Line "NOT all of it could be taken back: see above. When the cause is gone: .\undo.ps1 -Only $($script:Backup)"
    Write-Line $AfterStop
  }
}
