"""Errors in the words of each protocol."""

import json
from xml.sax.saxutils import escape


class Refused(Exception):
    def __init__(self, code, message, status):
        super().__init__(code)
        self.code, self.message, self.status = code, message, status


def denied(message="Access Denied"):
    return Refused("AccessDenied", message, 403)


def error_answer(seen, refused, start_response):
    code, message = escape(refused.code), escape(refused.message)
    if seen.target:
        kind = "application/x-amz-json-1.1"
        body = json.dumps({"__type": refused.code, "message": refused.message})
    elif seen.operation.startswith("s3:"):
        kind = "application/xml"
        body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    else:
        kind = "text/xml"
        body = (
            "<ErrorResponse><Error><Type>Sender</Type>"
            f"<Code>{code}</Code><Message>{message}</Message></Error>"
            "<RequestId>0</RequestId></ErrorResponse>"
        )
    start_response(f"{refused.status} Refused", [("Content-Type", kind)])
    return [body.encode()]
