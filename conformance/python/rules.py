"""What AWS refuses and moto does not."""

import json
import re
import urllib.request

from errors import Refused, denied
from moto.iam.access_control import PermissionResult
from moto.iam.models import iam_backends
from moto.iam.policy_validation import SERVICE_TYPE_REGION_INFORMATION_ERROR_ASSOCIATIONS
from moto.s3.models import FakeBucket, s3_backends
from world import bucket_owner, identity_policies

# moto takes a Deny of a bucket policy without its conditions and principals. The judge has decided before.
FakeBucket.get_permission = lambda *_: PermissionResult.NEUTRAL

# moto knows access points only; instances of S3 Access Grants are of a region too.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-resources-for-iam-policies
SERVICE_TYPE_REGION_INFORMATION_ERROR_ASSOCIATIONS["s3"]["valid_starting_values"].append("access-grants/")

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
    if action is None or not decided(
        judge, seen, f"s3:{action}", arn + (f"/{seen.key}" if seen.key else ""), owner, policy, context
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
    if trust is None or not decided(judge, seen, "sts:AssumeRole", arn, account, trust, context):
        raise denied(
            f"User: {seen.caller['arn']} is not authorized to perform: sts:AssumeRole on resource: {arn}"
        )


def decided(judge, seen, action, resource, account, policy, context):
    caller = seen.caller
    if isinstance(policy, bytes):
        policy = policy.decode()
    question = {
        "caller": caller["arn"],
        "principal": caller["principal"],
        "action": action,
        "resource": resource,
        "resourceAccount": account,
        "resourcePolicy": None if policy is None else json.loads(policy),
        "identityPolicies": identity_policies(caller),
        "context": context,
    }
    request = urllib.request.Request(judge, data=json.dumps(question).encode(), method="POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())["allowed"]


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
