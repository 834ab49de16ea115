"""Access control lists of buckets and objects that moto holds, with a canonical user for each account.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
"""

from errors import Refused, denied
from moto.s3.models import s3_backends
from world import bucket_owner


def target(ask):
    """The bucket at moto, and what its list is kept by."""
    name, key = ask["Bucket"], ask.parameters.get("Key")
    owner = bucket_owner(name)
    if owner != ask.account or ask.parameters.get("ExpectedBucketOwner", owner) != owner:
        raise denied()
    bucket = s3_backends[owner][ask.partition].get_bucket(name)
    if key is not None and key not in bucket.keys:
        raise Refused("NoSuchKey", "The specified key does not exist.", 404)
    return bucket, name if key is None else f"{name}/{key}"


def private(kept, ask):
    user = kept.canonical_users[ask.account]
    grantee = {"Type": "CanonicalUser", "ID": user}
    return {
        "Owner": {"ID": user},
        "Grants": [{"Grantee": grantee, "Permission": "FULL_CONTROL"}],
    }


def get_list(kept, ask):
    _, name = target(ask)
    return kept.of("lists").get(name) or private(kept, ask)


def put_list(kept, ask):
    bucket, name = target(ask)
    if "BucketOwnerEnforced" in str(bucket.ownership_rule):
        raise Refused("AccessControlListNotSupported", "The bucket does not allow ACLs", 400)
    wanted = ask.parameters.get("AccessControlPolicy") or private(kept, ask)
    if wanted == private(kept, ask):
        kept.of("lists").pop(name, None)
    else:
        kept.of("lists")[name] = wanted


ANSWERS = {
    "s3:GetBucketAcl": get_list,
    "s3:GetObjectAcl": get_list,
    "s3:PutBucketAcl": put_list,
    "s3:PutObjectAcl": put_list,
}
