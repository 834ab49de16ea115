# Reads one byte of an object that is there: one given by -Object, or the first that is listed.
function Invoke-ProbeExisting([string] $Expected, [string] $Shows, [string] $Bucket, [string] $Prefix, [scriptblock] $List, [scriptblock] $Attempt) {
  $start = "s3://$Bucket/$Prefix"
  $script:KEY = ''
  foreach ($given in @($Object)) {
    $text = [string] $given
    if ($text.StartsWith($start, [System.StringComparison]::Ordinal) -and $text.Length -gt $start.Length) {
      $script:KEY = $text.Substring("s3://$Bucket/".Length)
    }
  }
  if ($script:KEY -eq '' -and (& $List) -and $script:Answer -cne 'None') { $script:KEY = $script:Answer }
  # Other characters would not reach the AWS CLI as they are.
  if ($script:KEY -cnotmatch '^[A-Za-z0-9_./ =@:,+()*''~$;#{}\[\]-]+$' -or $script:KEY -cmatch '^(fileb?|https?)://') {
    Write-NotShown $Shows "No object to read is known below $Bucket/$Prefix. Name one: -Object ${start}KEY"
    return
  }
  $decision = Get-Decision $Attempt @('InvalidRange')
  if ($script:Code -ceq 'NoSuchKey') {
    Write-NotShown $Shows "There is no object s3://$Bucket/$($script:KEY)."
  } else {
    Write-Judgement $decision $Expected $Shows
  }
}
