/**
 * Options of the AWS CLI calls that are written anywhere, required ones with an asterisk, from the
 * service models that the CLI itself is made of (botocore 1.43.11).
 * @see https://github.com/boto/botocore/tree/develop/botocore/data
 */
export const CLI_INDEX: Readonly<Record<string, string>> = {
  "iam attach-role-policy": "--role-name* --policy-arn*",
  "iam attach-user-policy": "--user-name* --policy-arn*",
  "iam create-access-key": "--user-name",
  "iam create-policy": "--policy-name* --path --policy-document* --description --tags",
  "iam create-role":
    "--path --role-name* --assume-role-policy-document* --description --max-session-duration --permissions-boundary --tags",
  "iam create-user": "--path --user-name* --permissions-boundary --tags",
  "iam delete-access-key": "--user-name --access-key-id*",
  "iam delete-policy": "--policy-arn*",
  "iam delete-role": "--role-name*",
  "iam delete-role-policy": "--role-name* --policy-name*",
  "iam delete-user": "--user-name*",
  "iam delete-user-policy": "--user-name* --policy-name*",
  "iam detach-role-policy": "--role-name* --policy-arn*",
  "iam detach-user-policy": "--user-name* --policy-arn*",
  "iam get-access-key-last-used": "--access-key-id*",
  "iam get-policy": "--policy-arn*",
  "iam get-policy-version": "--policy-arn* --version-id*",
  "iam get-role": "--role-name*",
  "iam get-role-policy": "--role-name* --policy-name*",
  "iam get-user": "--user-name",
  "iam get-user-policy": "--user-name* --policy-name*",
  "iam list-access-keys": "--user-name",
  "iam list-attached-role-policies": "--role-name* --path-prefix",
  "iam list-attached-user-policies": "--user-name* --path-prefix",
  "iam list-entities-for-policy":
    "--policy-arn* --entity-filter --path-prefix --policy-usage-filter",
  "iam list-groups-for-user": "--user-name*",
  "iam list-instance-profiles-for-role": "--role-name*",
  "iam list-mfa-devices": "--user-name",
  "iam list-role-policies": "--role-name*",
  "iam list-user-policies": "--user-name*",
  "iam put-role-policy": "--role-name* --policy-name* --policy-document*",
  "iam put-user-policy": "--user-name* --policy-name* --policy-document*",
  "iam simulate-principal-policy":
    "--policy-source-arn* --policy-input-list --permissions-boundary-policy-input-list --action-names* --resource-arns --resource-policy --resource-owner --caller-arn --context-entries --resource-handling-option",
  "iam update-access-key": "--user-name --access-key-id* --status*",
  "iam update-assume-role-policy": "--role-name* --policy-document*",
  "kms describe-key": "--key-id* --grant-tokens",
  "kms get-key-policy": "--key-id* --policy-name",
  "kms put-key-policy":
    "--key-id* --policy-name --policy* --bypass-policy-lockout-safety-check --no-bypass-policy-lockout-safety-check",
  "quicksight create-data-set":
    "--aws-account-id* --data-set-id* --name* --physical-table-map* --import-mode* --permissions --tags --cli-input-json",
  "quicksight create-data-source":
    "--aws-account-id* --data-source-id* --name* --type* --data-source-parameters --permissions --tags --cli-input-json",
  "quicksight create-ingestion":
    "--data-set-id* --ingestion-id* --aws-account-id* --ingestion-type",
  "quicksight delete-data-set": "--aws-account-id* --data-set-id*",
  "quicksight delete-data-source": "--aws-account-id* --data-source-id*",
  "quicksight describe-data-set": "--aws-account-id* --data-set-id*",
  "quicksight describe-data-source": "--aws-account-id* --data-source-id*",
  "quicksight describe-ingestion": "--aws-account-id* --data-set-id* --ingestion-id*",
  "ram accept-resource-share-invitation": "--resource-share-invitation-arn* --client-token",
  "ram create-resource-share":
    "--name* --resource-arns --principals --tags --allow-external-principals --no-allow-external-principals --client-token --permission-arns --sources",
  "ram delete-resource-share": "--resource-share-arn* --client-token",
  "ram disassociate-resource-share":
    "--resource-share-arn* --resource-arns --principals --client-token --sources",
  "ram get-resource-share-invitations":
    "--resource-share-invitation-arns --resource-share-arns --next-token --max-results",
  "ram get-resource-shares":
    "--resource-share-arns --resource-share-status --resource-owner* --name --tag-filters --permission-arn --permission-version",
  "ram list-permissions": "--resource-type --permission-type --next-token --max-results",
  "s3api delete-bucket-policy": "--bucket* --expected-bucket-owner",
  "s3api delete-object":
    "--bucket* --key* --mfa --version-id --request-payer --expected-bucket-owner --if-match",
  "s3api get-bucket-acl": "--bucket* --expected-bucket-owner",
  "s3api get-bucket-encryption": "--bucket* --expected-bucket-owner",
  "s3api get-bucket-ownership-controls": "--bucket* --expected-bucket-owner",
  "s3api get-bucket-policy": "--bucket* --expected-bucket-owner",
  "s3api get-bucket-policy-status": "--bucket* --expected-bucket-owner",
  "s3api get-object":
    "--bucket* --if-match --if-none-match --key* --range --version-id --request-payer --expected-bucket-owner --checksum-mode",
  "s3api get-object-acl": "--bucket* --key* --version-id --request-payer --expected-bucket-owner",
  "s3api get-public-access-block": "--bucket* --expected-bucket-owner",
  "s3api list-objects-v2":
    "--bucket* --delimiter --encoding-type --max-keys --prefix --continuation-token --fetch-owner --start-after --request-payer --expected-bucket-owner",
  "s3api put-bucket-acl":
    "--acl --access-control-policy --bucket* --grant-full-control --grant-read --grant-read-acp --grant-write --grant-write-acp --expected-bucket-owner",
  "s3api put-bucket-ownership-controls": "--bucket* --expected-bucket-owner --ownership-controls*",
  "s3api put-bucket-policy":
    "--bucket* --confirm-remove-self-bucket-access --policy* --expected-bucket-owner",
  "s3api put-object-acl":
    "--acl --access-control-policy --bucket* --grant-full-control --grant-read --grant-read-acp --grant-write --grant-write-acp --key* --request-payer --version-id --expected-bucket-owner",
  "s3api put-object":
    "--acl --body --bucket* --content-md5 --content-type --if-match --if-none-match --key* --server-side-encryption --expected-bucket-owner",
  "s3control create-access-grant":
    "--account-id* --access-grants-location-id* --access-grants-location-configuration --grantee* --permission* --application-arn --s3-prefix-type --tags",
  "s3control create-access-grants-instance": "--account-id* --identity-center-arn --tags",
  "s3control create-access-grants-location":
    "--account-id* --location-scope* --iam-role-arn* --tags",
  "s3control delete-access-grant": "--account-id* --access-grant-id*",
  "s3control delete-access-grants-instance": "--account-id*",
  "s3control delete-access-grants-instance-resource-policy": "--account-id*",
  "s3control delete-access-grants-location": "--account-id* --access-grants-location-id*",
  "s3control dissociate-access-grants-identity-center": "--account-id*",
  "s3control get-access-grants-instance": "--account-id*",
  "s3control get-access-grants-instance-for-prefix": "--account-id* --s3-prefix*",
  "s3control get-access-grants-instance-resource-policy": "--account-id*",
  "s3control get-data-access":
    "--account-id* --target* --permission* --duration-seconds --privilege --target-type --audit-context",
  "s3control list-access-grants":
    "--account-id* --grantee-type --grantee-identifier --permission --grant-scope --application-arn",
  "s3control list-access-grants-locations": "--account-id* --location-scope",
  "s3control list-caller-access-grants":
    "--account-id* --grant-scope --allowed-by-application --no-allowed-by-application",
  "s3control put-access-grants-instance-resource-policy": "--account-id* --policy* --organization",
  "sts assume-role":
    "--role-arn* --role-session-name* --policy-arns --policy --duration-seconds --tags --transitive-tag-keys --external-id --serial-number --token-code --source-identity",
  "sts get-caller-identity": "",
};

/** Taken by every call. `--no-cli-pager` is left out: version 1 of the CLI does not know it. */
export const GLOBAL_OPTIONS: readonly string[] = ["--region", "--profile", "--output", "--query"];
