} catch {
  Write-Line ''
  Write-Line "STOPPED: $($_.Exception.Message)"
} finally {
  if (-not $finished) { Write-Unfinished }
  foreach ($file in $script:Scratch) { Remove-Item -LiteralPath (Get-PathHere $file) -ErrorAction SilentlyContinue }
  Pop-Location
  Set-OutputEncoding $encodingBefore
  foreach ($name in @($environmentBefore.Keys)) { Set-Environment $name $environmentBefore[$name] }
}
exit $status
