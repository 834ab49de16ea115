"""Runs the AWS CLI without the second that Python takes to load it.

Loads awscli once, makes the driver that every call begins with, listens on the socket that its
argument names, and forks for each call: the child has the caller's arguments, environment, folder and
three files, and does what the program `aws` does. Ends when its standard input does. When the
caller goes, its child is killed.
"""

import array
import contextlib
import io
import os
import select
import signal
import socket
import sys

import awscli.clidriver
import botocore.session
from recorded_calls import record


# Calls that nobody answers: they make Python load all that a call needs.
WARMING = (
    ["iam", "get-role", "--role-name", "none"],
    ["kms", "describe-key", "--key-id", "none"],
    ["s3api", "get-bucket-policy", "--bucket", "none", "--query", "Policy", "--output", "text"],
    ["sts", "get-caller-identity", "--output", "json"],
)
NOWHERE = {
    "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_MAX_ATTEMPTS": "1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def warm():
    loader = botocore.session.get_session().get_component("data_loader")
    os.environ.update(NOWHERE)
    for argv in WARMING:
        with contextlib.redirect_stderr(io.StringIO()):
            driver_with(loader).main(argv)
    return loader


def driver_with(loader):
    driver = awscli.clidriver.create_clidriver()
    driver.session.register_component("data_loader", loader)
    return driver


def forget_profiles(session):
    """What a session keeps of the configuration files; the caller's are other ones."""
    session._config = session._profile_map = session._credentials = None


def child(connection, files, asked, driver):
    cwd, argv, environment = asked
    for number, file in enumerate(files):
        os.dup2(file, number)
    os.setsid()
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv = ["aws", *argv]
    sys.stdin = open(0, closefd=False)
    sys.stdout = open(1, "w", closefd=False)
    sys.stderr = open(2, "w", closefd=False)
    status = 255
    try:
        forget_profiles(driver.session)
        if os.environ.get("S3_HANDSHAKE_RECORD") == "1":
            record(driver.session)
        status = driver.main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException as problem:
        print(problem, file=sys.stderr)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(f"{status}\n".encode())
    finally:
        os._exit(0)


def receive(connection):
    files = array.array("i")
    text, extra, _, _ = connection.recvmsg(65536, socket.CMSG_LEN(3 * files.itemsize))
    for _, _, data in extra:
        files.frombytes(data[: len(data) - len(data) % files.itemsize])
    while b"\n" not in text:
        text += connection.recv(65536)
    size, _, body = text.partition(b"\n")
    while len(body) < int(size):
        more = connection.recv(65536)
        if not more:
            break
        body += more
    cwd, count, *words = [os.fsdecode(part) for part in body.split(b"\0")]
    environment = dict(variable.split("=", 1) for variable in words[int(count) :])
    return (cwd, words[: int(count)], environment), list(files)


def main():
    path = sys.argv[1]
    driver = driver_with(warm())
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(64)
    print("ready", flush=True)
    children = {}
    while True:
        ready, _, _ = select.select([server, sys.stdin, *children], [], [])
        if sys.stdin in ready:
            break
        for one in ready:
            if one is server:
                connection, _ = server.accept()
                asked, files = receive(connection)
                pid = os.fork()
                if pid == 0:
                    server.close()
                    child(connection, files, asked, driver)
                for file in files:
                    os.close(file)
                children[connection] = pid
            else:
                # The caller has what it wanted, or is gone.
                pid = children.pop(one)
                one.close()
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                os.waitpid(pid, 0)
    for pid in children.values():
        os.kill(pid, signal.SIGKILL)


main()
