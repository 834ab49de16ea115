"""moto's STS for the page: prints its address and one caller, and ends with its standard input."""

import json
import logging
import sys

from moto.iam.models import iam_backends
from moto.server import ThreadedMotoServer

ACCOUNT = "444455556666"
NAME = "conformance-caller"


def main():
    logging.getLogger("werkzeug").disabled = True
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    backend = iam_backends[ACCOUNT]["aws"]
    user = backend.create_user("us-east-1", NAME, "/")
    key = backend.create_access_key(NAME)
    caller = {
        "endpoint": f"http://127.0.0.1:{port}",
        "account": ACCOUNT,
        "arn": user.arn,
        "keyId": key.access_key_id,
        "secret": key.secret_access_key,
    }
    print(json.dumps(caller), flush=True)
    sys.stdin.read()
    server.stop()


main()
