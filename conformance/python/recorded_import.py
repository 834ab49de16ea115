"""What becomes of an import: QuickSight's role reads the manifest and every file that it names.

https://docs.aws.amazon.com/quicksuite/latest/userguide/supported-manifest-file-format.html
"""

import json

from judge import principal_named
from moto.s3.models import s3_backends
from world import bucket_owner

# Both have the path of service roles; where both are there, the first is tried first.
SERVICE_ROLES = ("aws-quicksight-s3-consumers-role-v0", "aws-quicksight-service-role-v0")


def outcome(kept, ask, source):
    parameters = source["DataSourceParameters"]["S3Parameters"]
    manifest = parameters["ManifestFileLocation"]
    bucket, key = manifest["Bucket"], manifest["Key"]
    reader = Reader(kept, ask, roles_of(ask, parameters))
    if not reader.reads(bucket, key):
        return failed("S3_MANIFEST_ERROR", f"s3://{bucket}/{key}")
    files = 0
    for place in json.loads(bucket_at_moto(bucket, ask).keys[key].value)["fileLocations"]:
        for uri in place.get("URIs", []):
            if not reader.reads(*split(uri)):
                return failed("S3_FILE_INACCESSIBLE", uri)
            files += 1
        for uri in place.get("URIPrefixes", []):
            keys = reader.below(*split(uri))
            if not keys or not all(reader.reads(split(uri)[0], one) for one in keys):
                return failed("S3_FILE_INACCESSIBLE", uri)
            files += len(keys)
    return {"IngestionStatus": "COMPLETED", "RowInfo": {"RowsIngested": files}}


def failed(kind, what):
    return {"IngestionStatus": "FAILED", "ErrorInfo": {"Type": kind, "Message": f"Cannot read {what}"}}


def roles_of(ask, parameters):
    if "RoleArn" in parameters:
        return [parameters["RoleArn"]]
    start = f"arn:{ask.partition}:iam::{ask.account}:role/service-role"
    return [f"{start}/{name}" for name in SERVICE_ROLES]


def split(uri):
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def bucket_at_moto(name, ask):
    return s3_backends[bucket_owner(name)][ask.partition].get_bucket(name)


class Reader:
    def __init__(self, kept, ask, roles):
        self.kept, self.ask = kept, ask
        self.roles = [one for one in map(principal_named, roles) if one is not None]

    def reads(self, bucket, key):
        owner = bucket_owner(bucket)
        if owner is None or key not in bucket_at_moto(bucket, self.ask).keys:
            return False
        # Own buckets are ticked by hand in QuickSight's console, which then lets the role read them.
        return owner == self.ask.account or self.may("s3:GetObject", bucket, f"/{key}", {})

    def below(self, bucket, prefix):
        if bucket_owner(bucket) is None or not self.may("s3:ListBucket", bucket, "", {"s3:prefix": prefix}):
            return []
        return [key for key in bucket_at_moto(bucket, self.ask).keys if key.startswith(prefix)]

    def may(self, action, bucket, path, context):
        owner = bucket_owner(bucket)
        at_moto = bucket_at_moto(bucket, self.ask)
        told = self.kept.of("lists").get(bucket + path, {"Grants": []})
        s3 = {
            "ownership": ownership_of(at_moto),
            "objectOwner": owner,
            "acl": [
                {"canonicalUserId": one["Grantee"]["ID"], "permission": one["Permission"]}
                for one in told["Grants"]
            ],
        }
        return any(
            self.ask.judge.allows(
                role,
                action,
                f"arn:{self.ask.partition}:s3:::{bucket}{path}",
                owner,
                at_moto.policy,
                {"aws:ResourceAccount": owner, "s3:ResourceAccount": owner, **context},
                s3=s3,
                canonicalUserId=self.kept.canonical_users.get(self.ask.account, ""),
            )
            for role in self.roles
        )


def ownership_of(bucket):
    """moto keeps what the request said, or nothing for the oldest kind."""
    kinds = ("BucketOwnerEnforced", "BucketOwnerPreferred")
    return next((kind for kind in kinds if kind in str(bucket.ownership_rule)), "ObjectWriter")
