"""What AWS refuses and moto does not."""

import json
import re

from errors import Refused, denied
from moto.iam.models import iam_backends
from moto.s3.models import s3_backends
from world import bucket_owner

# Whose document names principals that AWS looks up when it is saved.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
NAMES_PRINCIPALS = {
    "s3:PutBucketPolicy": ("MalformedPolicy", "Invalid principal in policy"),
    "iam:CreateRole": ("MalformedPolicyDocument", "Invalid principal in policy"),
    "iam:UpdateAssumeRolePolicy": ("MalformedPolicyDocument", "Invalid principal in policy"),
    "kms:PutKeyPolicy": (
        "MalformedPolicyDocumentException",
        "Policy contains a statement with one or more invalid principals.",
    ),
}
DECIDED = {
    "s3:ListObjectsV2": "ListBucket",
    "s3:GetObject": "GetObject",
    "s3:HeadObject": "GetObject",
    "s3:PutObject": "PutObject",
    "s3:DeleteObject": "DeleteObject",
}


def check(seen, judge):
    if seen.caller["account"] == "":
        raise Refused("InvalidClientTokenId", "The security token included is invalid.", 403)
    if seen.operation.startswith("s3:") and seen.bucket:
        check_bucket(seen, judge)
    if seen.operation == "sts:AssumeRole":
        check_assume_role(seen, judge)
    if seen.operation in NAMES_PRINCIPALS:
        check_principals(seen)


def is_limited(seen):
    """Sessions, and users other than the admins, have what policies give them."""
    return not (seen.caller["user"] or "").startswith("gate-admin")


def check_bucket(seen, judge):
    owner = bucket_owner(seen.bucket)
    if owner is None:
        return
    if seen.owner is not None and seen.owner != owner:
        raise denied()
    if not is_limited(seen):
        if seen.caller["account"] != owner:
            raise denied()
        return
    partition = seen.caller["partition"]
    arn = f"arn:{partition}:s3:::{seen.bucket}"
    action = DECIDED.get(seen.operation)
    policy = s3_backends[owner][partition].get_bucket(seen.bucket).policy
    context = {"aws:ResourceAccount": owner, "s3:ResourceAccount": owner}
    if action == "ListBucket":
        context["s3:prefix"] = seen.query.get("prefix", "")
    resource = arn + (f"/{seen.key}" if seen.key else "")
    if action is None or not judge.allows(
        seen.caller, f"s3:{action}", resource, owner, policy, context
    ):
        raise denied()
    # S3 looks at the digest last.
    if seen.operation == "s3:PutObject" and seen.md5 == "AAAAAAAAAAAAAAAAAAAAAA==":
        raise Refused("BadDigest", "The Content-MD5 you specified did not match what we received.", 400)


def check_assume_role(seen, judge):
    arn = seen.form.get("RoleArn", "")
    account = arn.split(":")[4]
    if not is_limited(seen):
        raise denied(f"User: {seen.caller['arn']} is not authorized to perform: sts:AssumeRole")
    trust = None
    for role in iam_backends[account][seen.caller["partition"]].roles.values():
        if role.arn == arn:
            trust = role.assume_role_policy_document
    context = {"sts:RoleSessionName": seen.form.get("RoleSessionName", "")}
    if "ExternalId" in seen.form:
        context["sts:ExternalId"] = seen.form["ExternalId"]
    if trust is None or not judge.allows(
        seen.caller, "sts:AssumeRole", arn, account, trust, context
    ):
        raise denied(
            f"User: {seen.caller['arn']} is not authorized to perform: sts:AssumeRole on resource: {arn}"
        )


def check_principals(seen):
    code, message = NAMES_PRINCIPALS[seen.operation]
    for arn in principals_of(document_of(seen)):
        if not exists(arn):
            raise Refused(code, message, 400)


def document_of(seen):
    if seen.operation == "s3:PutBucketPolicy":
        return json.loads(seen.body)
    if seen.operation == "kms:PutKeyPolicy":
        return json.loads(json.loads(seen.body)["Policy"])
    form = seen.form
    return json.loads(form.get("AssumeRolePolicyDocument") or form["PolicyDocument"])


def principals_of(document):
    statements = document["Statement"]
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal")
        named = principal.get("AWS", []) if isinstance(principal, dict) else []
        yield from [named] if isinstance(named, str) else named


def exists(arn):
    match = re.fullmatch(r"arn:([a-z-]+):iam::(\d{12}):(role|user)(/.*)", arn)
    if match is None or "/aws-reserved/" in arn:
        return True
    partition, account, kind, _ = match.groups()
    backend = iam_backends[account][partition]
    return any(one.arn == arn for one in getattr(backend, f"{kind}s").values())
