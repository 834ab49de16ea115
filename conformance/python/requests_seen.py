"""What a request asks for: service, operation, caller, and what the operation is about."""

import io
import re
from urllib.parse import parse_qs, unquote

from moto.iam.models import iam_backends

# The subresource that names the operation; the order is that of S3's own reference.
S3_SUBRESOURCES = {
    "policyStatus": "BucketPolicyStatus",
    "policy": "BucketPolicy",
    "ownershipControls": "BucketOwnershipControls",
    "encryption": "BucketEncryption",
    "publicAccessBlock": "PublicAccessBlock",
    "versioning": "BucketVersioning",
    "acl": "Acl",
    "tagging": "Tagging",
    "location": "BucketLocation",
}
CHANGES_NOTHING = re.compile(r"^[a-z0-9]+:(Get|List|Describe|Head|Simulate|Assume|GET)")
VERBS = {"GET": "Get", "PUT": "Put", "DELETE": "Delete", "HEAD": "Head", "POST": "Post"}


class Seen:
    def __init__(self, environ):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        self.method = environ["REQUEST_METHOD"]
        self.path = unquote(environ["PATH_INFO"])
        self.query = {
            name: values[0]
            for name, values in parse_qs(
                environ.get("QUERY_STRING", ""), keep_blank_values=True
            ).items()
        }
        self.body = body
        authorization = environ.get("HTTP_AUTHORIZATION", "")
        scope = re.search(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/", authorization)
        self.access_key, self.region, self.service = scope.groups() if scope else ("", "", "")
        self.owner = environ.get("HTTP_X_AMZ_EXPECTED_BUCKET_OWNER")
        self.md5 = environ.get("HTTP_CONTENT_MD5")
        self.target = environ.get("HTTP_X_AMZ_TARGET", "")
        self.host = environ.get("HTTP_HOST", "")
        self.form = {}
        self.bucket = self.key = ""
        self.caller = caller_of(self.access_key)
        self.operation = self.operation_asked()

    def operation_asked(self):
        if self.target:
            return f"{self.service}:{self.target.rsplit('.', 1)[-1]}"
        if self.service in ("iam", "sts"):
            self.form = {
                name: values[0] for name, values in parse_qs(self.body.decode()).items()
            }
            return f"{self.service}:{self.form.get('Action', '')}"
        if self.path.startswith("/v20180820/"):
            return f"s3control:{self.method} {self.path}"
        if self.service == "s3":
            return f"s3:{self.s3_operation()}"
        return f"{self.service}:{self.method} {self.path}"

    def s3_operation(self):
        self.bucket, _, self.key = self.path.lstrip("/").partition("/")
        verb = VERBS[self.method]
        for name, what in S3_SUBRESOURCES.items():
            if name in self.query:
                if what in ("Acl", "Tagging"):
                    return f"{verb}{'Object' if self.key else 'Bucket'}{what}"
                return verb + what
        if self.key:
            return f"{verb}Object"
        if self.method == "GET":
            return "ListObjectsV2" if self.bucket else "ListBuckets"
        return f"{verb}Bucket"

    def note(self):
        return {
            "operation": self.operation,
            "method": self.method,
            "account": self.caller["account"],
            "caller": self.caller["arn"],
            "writes": CHANGES_NOTHING.match(self.operation) is None,
        }


def caller_of(access_key):
    """Account and ARN of who has the key; `session` for what AssumeRole gave out."""
    for account, partitions in list(iam_backends.items()):
        for partition in list(partitions):
            backend = partitions[partition]
            key = backend.access_keys.get(access_key)
            if key is None:
                continue
            # What S3 Access Grants has given out is limited to the grant.
            session = getattr(key, "session", {})
            found = {"account": account, "partition": partition, **session}
            if key.role_arn:
                name = key.role_arn.rsplit("/", 1)[-1]
                arn = f"arn:{partition}:sts::{account}:assumed-role/{name}/session"
                return {**found, "arn": arn, "principal": key.role_arn, "user": None}
            user = backend.users.get(key.user_name)
            arn = user.arn if user is not None else ""
            return {**found, "arn": arn, "principal": arn, "user": key.user_name}
    return {"account": "", "partition": "aws", "arn": "", "principal": "", "user": None}
