"""SimulatePrincipalPolicy, which moto does not have, decided by the judge.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
"""

from xml.sax.saxutils import escape

from errors import Refused, denied
from judge import principal_named

OPERATION = "iam:SimulatePrincipalPolicy"


def simulation(seen, judge, is_admin):
    arn = seen.form["PolicySourceArn"]
    account = arn.split(":")[4]
    allowed = seen.caller["account"] == account and (
        is_admin or judge.allows(seen.caller, OPERATION, arn, account)
    )
    if not allowed:
        raise denied(f"User: {seen.caller['arn']} is not authorized to perform: {OPERATION} on resource: {arn}")
    principal = principal_named(arn)
    if principal is None:
        raise Refused("NoSuchEntity", f"The principal {arn} cannot be found.", 404)
    results = [
        result(action, resource, judge.simulates(principal, action, resource, context_of(seen.form)))
        for action in members(seen.form, "ActionNames")
        for resource in members(seen.form, "ResourceArns") or ["*"]
    ]
    return (
        '<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">'
        f"<SimulatePrincipalPolicyResult><EvaluationResults>{''.join(results)}</EvaluationResults>"
        "<IsTruncated>false</IsTruncated></SimulatePrincipalPolicyResult>"
        "</SimulatePrincipalPolicyResponse>"
    ).encode()


def result(action, resource, decision):
    return (
        f"<member><EvalActionName>{escape(action)}</EvalActionName>"
        f"<EvalResourceName>{escape(resource)}</EvalResourceName>"
        f"<EvalDecision>{decision}</EvalDecision></member>"
    )


def members(form, name):
    """A list in the query protocol: `Name.member.1`, `Name.member.2` ..."""
    found = []
    while f"{name}.member.{len(found) + 1}" in form:
        found.append(form[f"{name}.member.{len(found) + 1}"])
    return found


def context_of(form):
    context = {}
    number = 1
    while f"ContextEntries.member.{number}.ContextKeyName" in form:
        entry = f"ContextEntries.member.{number}"
        context[form[f"{entry}.ContextKeyName"]] = members(form, f"{entry}.ContextKeyValues")
        number += 1
    return context
