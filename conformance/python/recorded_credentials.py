"""GetDataAccess of S3 Access Grants: credentials of the location's role, limited to the grant.

Whom policies let through is the judge's to say; which grant covers a target is compared here.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html
"""

import json

import recorded_shares
from errors import Refused, denied
from judge import principal_named
from moto.iam.models import iam_backends
from moto.sts.models import sts_backends

SERVICE = "access-grants.s3.amazonaws.com"
SHARED_ACTIONS = [
    "s3:GetDataAccess",
    "s3:GetAccessGrantsInstanceForPrefix",
    "s3:ListCallerAccessGrants",
]


def get_data_access(kept, ask):
    owner = ask["AccountId"]
    place = f"{owner} {ask.region}"
    instance = kept.of("instances").get(place)
    if instance is None or not may_ask(kept, ask, instance):
        raise denied(f"User: {ask.caller['arn']} is not authorized to perform: s3:GetDataAccess")
    grant = matching_grant(kept, ask, place)
    if grant is None:
        raise denied(
            f"You do not have {ask['Permission']} permissions to the requested S3 Prefix: {ask['Target']}"
        )
    role = principal_named(kept.of("locations")[grant["location"]]["role"])
    check_location_role(ask, role, instance)
    session = session_of(ask, role, grant, instance)
    return {
        "Credentials": {
            "AccessKeyId": session.access_key_id,
            "SecretAccessKey": session.secret_access_key,
            "SessionToken": session.session_token,
            "Expiration": session.expiration.isoformat(),
        },
        "MatchedGrantTarget": grant["GrantScope"],
        "Grantee": grant["Grantee"],
    }


def may_ask(kept, ask, instance):
    policy = json.loads(instance.get("policy", '{"Statement":[]}'))
    shared = [
        {"Effect": "Allow", "Principal": {"AWS": ask.account}, "Action": SHARED_ACTIONS, "Resource": "*"}
        for one in recorded_shares.accepted_by(kept, ask.account)
        if instance["arn"] in one["resources"]
    ]
    statements = policy["Statement"]
    together = {
        "Version": "2012-10-17",
        "Statement": [*(statements if isinstance(statements, list) else [statements]), *shared],
    }
    return ask.judge.allows(
        ask.caller,
        "s3:GetDataAccess",
        instance["arn"],
        ask["AccountId"],
        together,
        resourceType="Access Grants instance policy",
    )


def matching_grant(kept, ask, place):
    for grant in kept.of("grants").values():
        if (
            grant["location"].startswith(f"{place} ")
            and ask["Permission"] in grant["Permission"]
            and grant["Grantee"]["GranteeIdentifier"] == ask.caller["principal"]
            and covers(grant, ask["Target"], ask.parameters.get("TargetType") == "Object")
        ):
            return grant
    return None


def covers(grant, target, is_object):
    scope = grant["GrantScope"]
    if grant["prefixType"] == "Object" or not scope.endswith("*"):
        return is_object and target == scope
    return target.startswith(scope[:-1])


def check_location_role(ask, role, instance):
    """The service assumes the role and says on whose behalf; the role's trust policy must let it."""
    _, _, _, _, account, _ = instance["arn"].split(":", 5)
    allowed = role is not None and all(
        ask.judge.decision(
            caller=SERVICE,
            principal=SERVICE,
            action=action,
            resource=role["arn"],
            resourceAccount=account,
            resourcePolicy=trust_of(role),
            resourceType="trust policy",
            identityPolicies=[],
            context={
                "aws:SourceAccount": account,
                "aws:SourceArn": instance["arn"],
                "aws:PrincipalIsAWSService": "true",
            },
        )
        == "allowed"
        for action in ("sts:AssumeRole", "sts:SetSourceIdentity")
    )
    if not allowed:
        raise Refused("StsNotAuthorizedError", f"{SERVICE} is not authorized to perform: sts:AssumeRole", 403)


def role_at_moto(role):
    backend = iam_backends[role["account"]][role["partition"]]
    return next(one for one in backend.roles.values() if one.arn == role["arn"])


def trust_of(role):
    return json.loads(role_at_moto(role).assume_role_policy_document)


def session_of(ask, role, grant, instance):
    seconds = int(ask.parameters.get("DurationSeconds", 3600))
    if not 900 <= seconds <= int(role_at_moto(role).max_session_duration or 3600):
        raise Refused("StsValidationError", "DurationSeconds exceeds the role's MaxSessionDuration", 400)
    sessions = sts_backends[role["account"]][role["partition"]]
    session = sessions.assume_role(ask.region, "access-grants", role["arn"], "", seconds, "")
    bucket, _, path = grant["GrantScope"].removeprefix("s3://").partition("/")
    session.access_key.session = {
        "grant": {
            "permission": ask["Permission"],
            "bucket": bucket,
            "path": path,
            "isObject": grant["prefixType"] == "Object",
        },
        "context": {"s3:AccessGrantsInstanceArn": instance["arn"]},
    }
    return session


ANSWERS = {"s3control:GetDataAccess": get_data_access}
