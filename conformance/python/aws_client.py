"""The `aws` that the scripts find: hands the call to cli_server.py, which runs the AWS CLI.

Started for every call, so it imports only what Python has in C. Sent are the three files and, after
their size, folder, number of words, words and environment with a NUL between them.
"""

import _socket
import array
import os
import sys

SOL_SOCKET, SCM_RIGHTS = _socket.SOL_SOCKET, _socket.SCM_RIGHTS

connection = _socket.socket(_socket.AF_UNIX)
connection.connect(os.environ["S3_HANDSHAKE_CLI"])
words = sys.argv[1:]
variables = [f"{name}={text}" for name, text in os.environ.items()]
parts = [os.getcwd(), str(len(words)), *words, *variables]
body = b"\0".join(os.fsencode(part) for part in parts)
files = array.array("i", [0, 1, 2])
connection.sendmsg([f"{len(body)}\n".encode()], [(SOL_SOCKET, SCM_RIGHTS, files)])
connection.sendall(body)
answer = b""
while not answer.endswith(b"\n"):
    more = connection.recv(64)
    if not more:
        sys.exit(255)
    answer += more
sys.exit(int(answer))
