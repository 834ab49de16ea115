"""AWS RAM, with the invitations and managed permissions that moto does not have.

https://docs.aws.amazon.com/ram/latest/APIReference/API_Operations.html
"""

from errors import Refused

def permission(ask):
    return f"arn:{ask.partition}:ram::aws:permission/AWSRAMPermissionAccessGrantsData"


def list_permissions(_, ask):
    told = {"arn": permission(ask), "resourceType": ask["resourceType"], "status": "ATTACHABLE"}
    return {"permissions": [told]}


def share_told(one):
    return {
        "resourceShareArn": one["arn"],
        "name": one["name"],
        "owningAccountId": one["sender"],
        "allowExternalPrincipals": one["external"],
        "status": "ACTIVE",
    }


def create_share(kept, ask):
    if ask["permissionArns"] != [permission(ask)]:
        raise Refused("UnknownResourceException", "There is no such permission", 400)
    external = ask.parameters.get("allowExternalPrincipals", True)
    made = {
        "arn": f"arn:{ask.partition}:ram:{ask.region}:{ask.account}:resource-share/{kept.new_id()}",
        "name": ask["name"],
        "region": ask.region,
        "sender": ask.account,
        "resources": ask["resourceArns"],
        "principals": ask["principals"],
        "external": external,
        # Inside an organization nobody is invited.
        "accepted": not external,
    }
    kept.of("shares")[made["arn"]] = made
    return {"resourceShare": share_told(made)}


def get_shares(kept, ask):
    own = ask["resourceOwner"] == "SELF"
    return {
        "resourceShares": [
            share_told(one)
            for one in kept.of("shares").values()
            if one["region"] == ask.region
            and one["name"] == ask["name"]
            and (one["sender"] == ask.account if own else is_in(one, ask) and one["accepted"])
        ]
    }


def is_in(one, ask):
    return ask.account in one["principals"]


def accepted_by(kept, account):
    """Shares of others that an account is in."""
    return [
        one
        for one in kept.of("shares").values()
        if one["accepted"] and account in one["principals"]
    ]


def share(kept, ask):
    found = kept.of("shares").get(ask["resourceShareArn"])
    if found is None:
        raise Refused("UnknownResourceException", "There is no such resource share", 400)
    return found


def delete_share(kept, ask):
    if share(kept, ask)["sender"] != ask.account:
        raise Refused("OperationNotPermittedException", "It is another account's", 400)
    del kept.of("shares")[ask["resourceShareArn"]]
    return {"returnValue": True}


def invitation_told(one):
    return {
        "resourceShareInvitationArn": invitation_arn(one),
        "resourceShareName": one["name"],
        "resourceShareArn": one["arn"],
        "senderAccountId": one["sender"],
        "receiverAccountId": one["principals"][0],
        "status": "ACCEPTED" if one["accepted"] else "PENDING",
    }


def invitation_arn(one):
    return one["arn"].replace(":resource-share/", ":resource-share-invitation/")


def invitations(kept, ask):
    return [
        one
        for one in kept.of("shares").values()
        if one["region"] == ask.region and one["external"] and is_in(one, ask)
    ]


def get_invitations(kept, ask):
    told = [invitation_told(one) for one in invitations(kept, ask)]
    return {"resourceShareInvitations": told}


def accept_invitation(kept, ask):
    for one in invitations(kept, ask):
        if invitation_arn(one) == ask["resourceShareInvitationArn"]:
            one["accepted"] = True
            return {"resourceShareInvitation": invitation_told(one)}
    raise Refused("ResourceShareInvitationArnNotFoundException", "There is no such invitation", 400)


def disassociate(kept, ask):
    found = share(kept, ask)
    if ask["principals"] != [ask.account]:
        raise Refused("OperationNotPermittedException", "An account leaves by itself", 400)
    found["accepted"] = False
    association = {
        "resourceShareArn": found["arn"],
        "associatedEntity": ask.account,
        "associationType": "PRINCIPAL",
        "status": "DISASSOCIATING",
    }
    return {"resourceShareAssociations": [association]}


ANSWERS = {
    "ram:ListPermissions": list_permissions,
    "ram:CreateResourceShare": create_share,
    "ram:GetResourceShares": get_shares,
    "ram:DeleteResourceShare": delete_share,
    "ram:GetResourceShareInvitations": get_invitations,
    "ram:AcceptResourceShareInvitation": accept_invitation,
    "ram:DisassociateResourceShare": disassociate,
}
