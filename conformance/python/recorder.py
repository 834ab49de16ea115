"""Answers the calls that moto does not have, and keeps what they make: a recording, not AWS.

It knows creating, getting, listing and deleting by name or id, and the refusals on which scripts
decide. The CLI's side of it, recorded_calls.py, holds every answer against the service model.
"""

import recorded_access_grants
import recorded_credentials
import recorded_lists
import recorded_quicksight
import recorded_shares
from requests_seen import caller_of

ANSWERS = {
    **recorded_access_grants.ANSWERS,
    **recorded_credentials.ANSWERS,
    **recorded_lists.ANSWERS,
    **recorded_quicksight.ANSWERS,
    **recorded_shares.ANSWERS,
}


class Asked:
    """A call, with its parameters named as in the service model."""

    def __init__(self, asked, judge):
        self.judge = judge
        self.operation = asked["operation"]
        self.parameters = asked["parameters"]
        self.region = asked["region"]
        self.caller = caller_of(asked["accessKey"])
        self.account, self.partition = self.caller["account"], self.caller["partition"]

    def __getitem__(self, name):
        return self.parameters[name]


class Kept:
    """What the calls have made, by kind; a kind's entries by what AWS finds them by."""

    def __init__(self):
        self.by_kind = {}
        self.ids = 0
        self.canonical_users = {}

    def of(self, kind):
        return self.by_kind.setdefault(kind, {})

    def new_id(self):
        self.ids += 1
        return f"a1b2c3d4-5678-90ab-cdef-{self.ids:012}"

    def state(self):
        return {kind: dict(entries) for kind, entries in self.by_kind.items() if entries}


class Recorder:
    def __init__(self):
        self.kept = Kept()

    def begin(self, world):
        self.kept = Kept()
        self.kept.canonical_users = world["canonicalUsers"]
        for instance in world["instances"]:
            recorded_access_grants.begin(self.kept, **instance)

    def answer(self, asked, judge):
        """None where nothing here answers; raises what AWS refuses."""
        ask = Asked(asked, judge)
        found = ANSWERS.get(ask.operation)
        return None if found is None else found(self.kept, ask) or {}
