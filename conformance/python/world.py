"""The accounts before anything is shared, and what is in them at any time."""

import json

from moto.iam.models import AWSManagedPolicy, iam_backends
from moto.kms.models import kms_backends
from moto.s3.models import s3_backends
from moto.sts.models import sts_backends

BACKENDS = (iam_backends, sts_backends, s3_backends, kms_backends)
REGIONS = {"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1"}
TRUST_NOBODY = '{"Version":"2012-10-17","Statement":[]}'


def new_world(asked):
    """`accounts`, `keys`, `buckets`, `roles`, `users`, `policies`: all that an agreement presupposes."""
    for backends in BACKENDS:
        for account in list(backends.values()):
            account.reset()
    s3_backends.bucket_accounts.clear()
    partition = asked["partition"]
    admins = {account: admin_of(account, partition) for account in asked["accounts"]}
    for arn in asked["roles"]:
        make_role(arn)
    for arn in asked["users"]:
        make_user(arn)
    for policy in asked["policies"]:
        make_policy(asked["accounts"], **policy)
    for arn in asked["keys"]:
        make_key(arn)
    for bucket in asked["buckets"]:
        make_bucket(bucket, partition)
    return {"admins": admins}


def admin_of(account, partition):
    backend = iam_backends[account][partition]
    backend.create_user(REGIONS[partition], f"gate-admin-{account}", "/")
    return credentials(backend.create_access_key(f"gate-admin-{account}"))


def credentials(key):
    return {"id": key.access_key_id, "secret": key.secret_access_key}


def parts(arn):
    _, partition, _, _, account, rest = arn.split(":", 5)
    _, path_and_name = rest.split("/", 1)
    path, _, name = path_and_name.rpartition("/")
    return partition, account, f"/{path}/" if path else "/", name


def make_role(arn):
    partition, account, path, name = parts(arn)
    iam_backends[account][partition].create_role(
        role_name=name,
        assume_role_policy_document=TRUST_NOBODY,
        path=path,
        permissions_boundary=None,
        description="",
        tags=[],
        max_session_duration="3600",
    )


def make_user(arn):
    partition, account, path, name = parts(arn)
    iam_backends[account][partition].create_user(REGIONS[partition], name, path)


def credentials_of(asked):
    """For what runs as a role's session or as a user."""
    partition, account, _, name = parts(asked["arn"])
    if ":user/" in asked["arn"]:
        return credentials(iam_backends[account][partition].create_access_key(name))
    session = sts_backends[account][partition].assume_role(
        REGIONS[partition], "test", asked["arn"], "", 3600, ""
    )
    return {
        "id": session.access_key_id,
        "secret": session.secret_access_key,
        "token": session.session_token,
    }


def make_policy(accounts, arn, document):
    partition, account, path, name = parts(arn)
    text = json.dumps(document)
    if account != "aws":
        iam_backends[account][partition].create_policy(
            description="", path=path, policy_document=text, policy_name=name, tags=[]
        )
        return
    # AWS's own are in every account.
    for one in accounts:
        made = AWSManagedPolicy(name, account_id=one, region=REGIONS[partition], path=path, document=text)
        iam_backends[one][partition].managed_policies[made.arn] = made


def make_key(arn):
    """moto makes up ids; agreements have one already."""
    _, partition, _, region, account, rest = arn.split(":", 5)
    key_id = rest.removeprefix("key/")
    backend = kms_backends[account][region]
    policy = {
        "Version": "2012-10-17",
        "Id": "key-default-1",
        "Statement": [
            {
                "Sid": "Enable IAM User Permissions",
                "Effect": "Allow",
                "Principal": {"AWS": f"arn:{partition}:iam::{account}:root"},
                "Action": "kms:*",
                "Resource": "*",
            }
        ],
    }
    key = backend.create_key(
        policy=json.dumps(policy),
        key_usage="ENCRYPT_DECRYPT",
        key_spec="SYMMETRIC_DEFAULT",
        description="",
        tags=[],
        multi_region=key_id.startswith("mrk-"),
    )
    del backend.keys[key.id]
    key.id = key_id
    key.arn = arn
    backend.keys[key_id] = key


def make_bucket(bucket, partition):
    backend = s3_backends[bucket["owner"]][partition]
    made = backend.create_bucket(bucket["name"], bucket["region"])
    if bucket["ownership"] != "ObjectWriter":
        made.ownership_rule = bucket["ownership"]
    default = {"SSEAlgorithm": "AES256"}
    if bucket["encryption"] != "sse-s3":
        default = {"SSEAlgorithm": "aws:kms"}
    if bucket["keyArn"]:
        default["KMSMasterKeyID"] = bucket["keyArn"]
    made.encryption = {"Rule": {"ApplyServerSideEncryptionByDefault": default}}
    if bucket.get("policy") is not None:
        backend.put_bucket_policy(bucket["name"], json.dumps(bucket["policy"]).encode())
    for key in bucket["objects"]:
        backend.put_object(bucket["name"], key, b"x")


def bucket_owner(name):
    for account, partitions in list(s3_backends.items()):
        for partition in list(partitions):
            if name in partitions[partition].buckets:
                return account
    return None


def parsed(document):
    if isinstance(document, bytes):
        document = document.decode()
    return document if document is None or isinstance(document, dict) else json.loads(document)


def held_by(one):
    kind = "user" if hasattr(one, "access_keys") else "role"
    return {
        "kind": kind,
        "boundary": getattr(one, "permissions_boundary_arn", None),
        "inline": {name: parsed(document) for name, document in one.policies.items()},
        "attached": sorted(one.managed_policies),
    }


def holder(caller):
    """The role or user whose policies a caller has; nobody where moto knows no such one."""
    backend = iam_backends[caller["account"]][caller["partition"]]
    for one in [*backend.roles.values(), *backend.users.values()]:
        if one.arn == caller["principal"]:
            return one, backend.managed_policies
    return None, {}


def identity_policies(caller):
    one, managed = holder(caller)
    if one is None:
        return []
    held = held_by(one)
    return list(held["inline"].values()) + [
        parsed(default_document(managed[arn])) for arn in held["attached"] if arn in managed
    ]


def boundary_of(caller):
    """None without a boundary; one that moto does not know allows nothing."""
    one, managed = holder(caller)
    arn = getattr(one, "permissions_boundary_arn", None)
    if not arn:
        return None
    return [parsed(default_document(managed[arn]))] if arn in managed else []


def default_document(policy):
    return next(one.document for one in policy.versions if one.is_default)


def state():
    """Everything that apply and undo could have touched, ready to be compared."""
    found = {"roles": {}, "users": {}, "policies": {}, "buckets": {}, "keys": {}}
    for account, partitions in list(iam_backends.items()):
        for partition in list(partitions):
            backend = partitions[partition]
            for role in backend.roles.values():
                found["roles"][role.arn] = {
                    "trust": parsed(role.assume_role_policy_document),
                    "seconds": int(role.max_session_duration or 3600),
                    "description": role.description or "",
                    **held_by(role),
                }
            for user in backend.users.values():
                if not user.name.startswith("gate-admin"):
                    found["users"][user.arn] = {
                        "keys": len(user.access_keys),
                        **held_by(user),
                    }
            for arn, policy in backend.managed_policies.items():
                if f"::{account}:" in arn:
                    found["policies"][arn] = parsed(default_document(policy))
    for account, partitions in list(s3_backends.items()):
        for partition in list(partitions):
            for name, bucket in partitions[partition].buckets.items():
                found["buckets"][name] = {
                    "owner": account,
                    "policy": parsed(bucket.policy),
                    "ownership": str(bucket.ownership_rule),
                    "acl": str(sorted(
                        (g.grantees[0].id or g.grantees[0].uri, tuple(g.permissions))
                        for g in bucket.acl.grants
                    )) if bucket.acl else None,
                    "objects": sorted(bucket.keys.keys()),
                }
    for account, regions in list(kms_backends.items()):
        for region in list(regions):
            for key in regions[region].keys.values():
                if key.key_manager == "CUSTOMER":
                    found["keys"][key.arn] = parsed(key.policy)
    return found
