"""S3 Access Grants, as far as scripts ask.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_AWS_S3_Control.html
"""

from errors import Refused, denied
from judge import principal_named

WHEN = "2026-11-22T00:00:00Z"


def begin(kept, arn, identityCenterArn):
    _, _, _, region, account, _ = arn.split(":")
    kept.of("instances")[f"{account} {region}"] = {"arn": arn, "identityCenter": identityCenterArn}


def place(ask):
    return f"{ask['AccountId']} {ask.region}"


def instance(kept, ask):
    if ask.account != ask["AccountId"]:
        raise denied()
    found = kept.of("instances").get(place(ask))
    if found is None:
        raise Refused("AccessGrantsInstanceNotExistsError", "Access Grants instance does not exist", 404)
    return found


def described(found):
    association = {"IdentityCenterInstanceArn": found["identityCenter"]}
    return {
        "AccessGrantsInstanceArn": found["arn"],
        "AccessGrantsInstanceId": "default",
        "CreatedAt": WHEN,
        **(association if found["identityCenter"] else {}),
    }


def get_instance(kept, ask):
    return described(instance(kept, ask))


def create_instance(kept, ask):
    if ask.account != ask["AccountId"]:
        raise denied()
    if place(ask) in kept.of("instances"):
        raise Refused("AccessGrantsInstanceAlreadyExists", "Access Grants instance already exists", 409)
    arn = f"arn:{ask.partition}:s3:{ask.region}:{ask.account}:access-grants/default"
    begin(kept, arn, ask.parameters.get("IdentityCenterArn", ""))
    return described(instance(kept, ask))


def delete_instance(kept, ask):
    found = instance(kept, ask)
    if any(one["place"] == place(ask) for one in kept.of("locations").values()):
        raise Refused("AccessGrantsInstanceNotEmptyError", "Please clean up locations first", 400)
    if found["identityCenter"]:
        raise Refused("InvalidRequest", "Please dissociate the Identity Center first", 400)
    del kept.of("instances")[place(ask)]


def dissociate(kept, ask):
    instance(kept, ask)["identityCenter"] = ""


def get_policy(kept, ask):
    found = instance(kept, ask)
    if "policy" not in found:
        raise Refused(
            "AccessGrantsInstanceResourcePolicyNotExists", "The resource policy does not exist", 404
        )
    return {"Policy": found["policy"], "CreatedAt": WHEN}


def put_policy(kept, ask):
    instance(kept, ask)["policy"] = ask["Policy"]
    return {"Policy": ask["Policy"], "CreatedAt": WHEN}


def delete_policy(kept, ask):
    instance(kept, ask).pop("policy", None)


def locations(kept, ask):
    instance(kept, ask)
    return [one for one in kept.of("locations").values() if one["place"] == place(ask)]


def location_told(one):
    return {
        "AccessGrantsLocationId": one["id"],
        "LocationScope": one["scope"],
        "IAMRoleArn": one["role"],
        "CreatedAt": WHEN,
    }


def asked_for(ask, name, value):
    """Whether a filter of the call, if it has it, lets the value pass."""
    return ask.parameters.get(name, value) == value


def list_locations(kept, ask):
    found = [one for one in locations(kept, ask) if asked_for(ask, "LocationScope", one["scope"])]
    return {"AccessGrantsLocationsList": [location_told(one) for one in found]}


def create_location(kept, ask):
    scope, role = ask["LocationScope"], ask["IAMRoleArn"]
    if any(one["scope"] == scope for one in locations(kept, ask)):
        raise Refused("AccessGrantsLocationAlreadyExistsError", "It is registered already", 409)
    if principal_named(role) is None:
        raise Refused("InvalidIamRole", "The specified IAM role is not valid", 400)
    made = {
        "id": "default" if scope == "s3://" else kept.new_id(),
        "scope": scope,
        "role": role,
        "place": place(ask),
    }
    kept.of("locations")[f"{made['place']} {made['id']}"] = made
    return location_told(made)


def delete_location(kept, ask):
    instance(kept, ask)
    name = f"{place(ask)} {ask['AccessGrantsLocationId']}"
    if any(one["location"] == name for one in kept.of("grants").values()):
        raise Refused("AccessGrantsLocationNotEmptyError", "Please clean up grants first", 400)
    if kept.of("locations").pop(name, None) is None:
        raise Refused("NoSuchAccessGrantsLocationError", "The location does not exist", 404)


def list_grants(kept, ask):
    instance(kept, ask)
    found = [
        one
        for one in kept.of("grants").values()
        if one["location"].startswith(f"{place(ask)} ")
        and asked_for(ask, "Permission", one["Permission"])
        and asked_for(ask, "GrantScope", one["GrantScope"])
        and asked_for(ask, "GranteeType", one["Grantee"]["GranteeType"])
        and asked_for(ask, "GranteeIdentifier", one["Grantee"]["GranteeIdentifier"])
    ]
    return {"AccessGrantsList": [grant_told(one) for one in found]}


def grant_told(one):
    return {name: value for name, value in one.items() if name not in ("location", "prefixType")}


def create_grant(kept, ask):
    instance(kept, ask)
    location_id = ask["AccessGrantsLocationId"]
    location = kept.of("locations").get(f"{place(ask)} {location_id}")
    if location is None:
        raise Refused("NoSuchAccessGrantsLocationError", "The location does not exist", 404)
    made = {
        "AccessGrantId": kept.new_id(),
        "AccessGrantsLocationId": location_id,
        "GrantScope": location["scope"] + ask["AccessGrantsLocationConfiguration"]["S3SubPrefix"],
        "Permission": ask["Permission"],
        "Grantee": ask["Grantee"],
        "CreatedAt": WHEN,
        "location": f"{place(ask)} {location_id}",
        "prefixType": ask.parameters.get("S3PrefixType", ""),
    }
    kept.of("grants")[made["AccessGrantId"]] = made
    return grant_told(made)


def delete_grant(kept, ask):
    instance(kept, ask)
    if kept.of("grants").pop(ask["AccessGrantId"], None) is None:
        raise Refused("NoSuchAccessGrantError", "The access grant does not exist", 404)


ANSWERS = {
    "s3control:GetAccessGrantsInstance": get_instance,
    "s3control:CreateAccessGrantsInstance": create_instance,
    "s3control:DeleteAccessGrantsInstance": delete_instance,
    "s3control:DissociateAccessGrantsIdentityCenter": dissociate,
    "s3control:GetAccessGrantsInstanceResourcePolicy": get_policy,
    "s3control:PutAccessGrantsInstanceResourcePolicy": put_policy,
    "s3control:DeleteAccessGrantsInstanceResourcePolicy": delete_policy,
    "s3control:ListAccessGrantsLocations": list_locations,
    "s3control:CreateAccessGrantsLocation": create_location,
    "s3control:DeleteAccessGrantsLocation": delete_location,
    "s3control:ListAccessGrants": list_grants,
    "s3control:CreateAccessGrant": create_grant,
    "s3control:DeleteAccessGrant": delete_grant,
}
