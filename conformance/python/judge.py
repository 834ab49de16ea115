"""Asks the judge of the tests, this project's evaluator, what policies mean: moto does not read them."""

import json
import urllib.request

from moto.iam.models import iam_backends
from world import boundary_of, identity_policies


class Judge:
    def __init__(self, url):
        self.url = url

    def decision(self, **question):
        """`allowed`, `explicitDeny` or `implicitDeny`."""
        request = urllib.request.Request(self.url, data=json.dumps(question).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())["decision"]

    def allows(self, caller, action, resource, account, policy=None, context=None, **more):
        """Whether somebody's own policies and the one on the resource let this request through."""
        decision = self.decision(
            caller=caller["arn"],
            principal=caller["principal"],
            action=action,
            resource=resource,
            resourceAccount=account,
            resourcePolicy=document(policy),
            identityPolicies=identity_policies(caller),
            boundary=boundary_of(caller),
            grant=caller.get("grant"),
            context={**(context or {}), **caller.get("context", {})},
            **more,
        )
        return decision == "allowed"

    def simulates(self, principal, action, resource, context):
        """What IAM would say of a principal's own policies: it knows no more of a request than it is told."""
        return self.decision(
            caller=principal["arn"],
            principal=principal["arn"],
            action=action,
            resource=resource,
            resourceAccount=principal["account"],
            resourcePolicy=None,
            identityPolicies=identity_policies(principal),
            boundary=boundary_of(principal),
            context=context,
            isSimulation=True,
        )


def document(policy):
    if isinstance(policy, (bytes, str)):
        return json.loads(policy)
    return policy


def principal_named(arn):
    """A role or user as a caller, or nothing."""
    _, partition, _, _, account, _ = arn.split(":", 5)
    backend = iam_backends[account][partition]
    for one in [*backend.roles.values(), *backend.users.values()]:
        if one.arn == arn:
            return {"account": account, "partition": partition, "arn": arn, "principal": arn}
    return None
