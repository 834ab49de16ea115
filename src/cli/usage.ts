export const USAGE = `s3-handshake: shares S3 data between two AWS accounts, without a browser.

Usage
  s3-handshake bundle <link|agreement.json> -o DIR [--zip] [--force] [--base URL]
      Writes both accounts' documents, scripts and plan into DIR; with --zip, one zip file.
      DIR must be empty or absent, unless --force says that its files may be replaced.
      With --existing-…-policy, what is there already is judged and merged: the documents are the
      merged whole. What would destroy something or not work is refused.
  s3-handshake check <link|agreement.json|bundle folder>
      Says what is wrong with it, what AWS would refuse and what we advise against, and proves that
      its documents grant what was agreed and nothing more. Of a bundle's folder the documents are
      judged as they are there. Exit status 1 when anything is wrong or refused, or any answer is
      not as agreed.
  s3-handshake link <agreement.json> [--for owner|consumer] [--base URL]
      Prints the link that carries the agreement, made for the owner of account A or of account B.
  s3-handshake evaluate < cases.jsonl
      Decides access requests, one case a line, and prints one decision a line.

Options
  -o, --output DIR   Where to write the bundle
      --zip          Write DIR/<name>.zip in place of single files
      --force        Replace files in a directory that is not empty
      --existing-bucket-policy FILE
                     What get-bucket-policy prints; several times, as BUCKET=FILE, for several buckets
      --existing-instance-policy FILE
                     What get-access-grants-instance-resource-policy prints; as REGION=FILE for several instances
      --existing-key-policy FILE
                     What get-key-policy prints; as KEY-ID=FILE for several keys
      --existing-trust-policy FILE
                     What get-role prints, where the role is there already
      --replace-older SID
                     Of what is there: the statements with this Sid, and those for the same people,
                     are an older version of this sharing and are replaced. Several times for several
      --for SIDE     owner (account A) or consumer (account B)
      --base URL     Address of the page that the link opens (default http://127.0.0.1:4173/)
  -h, --help         Print this
      --version      Print the version

A link holds & and must stand in quotes. - in place of a file reads standard input.
Exit status: 0 done, 1 something is wrong with what was given, 2 the command was misused.
`;
