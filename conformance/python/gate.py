"""moto's services on 127.0.0.1, with what AWS refuses and moto lets through put before them.

Prints its port, and ends when its standard input does. /_gate/ is for the tests: a new world, faults
to come, what was asked, and the state of everything. Who may read or assume what is decided by
the judge that the test names; moto does not look at resources, conditions or resource policies.
"""

import json
import sys
import threading
import time
import traceback

import simulation
from errors import Refused, error_answer
from judge import Judge
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from moto_differences import set_right
from recorder import Recorder
from requests_seen import CHANGES_NOTHING, Seen
from rules import check, is_limited
from werkzeug.serving import make_server
from world import credentials_of, new_world, state

HELD_SECONDS = 60
ANY_WRITE = "any write"


class Gate:
    def __init__(self):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.lock = threading.Lock()
        self.faults = []
        self.seen = []
        self.unimplemented = []
        self.judge = None
        self.recorder = Recorder()

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"].startswith("/_gate/"):
            return self.control(environ, start_response)
        seen = Seen(environ)
        note = seen.note()
        with self.lock:
            self.seen.append(note)
            fault = self.fault_for(seen.operation)
        try:
            if fault is not None and not fault.get("after"):
                self.fail(fault, note)
            check(seen, self.judge)
            if seen.operation == simulation.OPERATION:
                return self.simulated(seen, note, start_response)
        except Refused as refused:
            note["refused"] = refused.code
            return error_answer(seen, refused, start_response)
        arguments, body = self.ask_moto(environ, note)
        if fault is not None and fault.get("after"):
            refused = Refused(fault["code"], fault["message"], fault.get("status", 400))
            return error_answer(seen, refused, start_response)
        start_response(*arguments)
        return [body]

    def ask_moto(self, environ, note):
        kept = []

        def started(status, headers, exc_info=None):
            kept[:] = [status, headers]
            return lambda _: None

        try:
            body = b"".join(self.moto(environ, started))
        except NotImplementedError:
            kept, body = ["501 Not Implemented", []], b""
        status = int(kept[0].split()[0])
        note["status"] = status
        unknown = status == 404 and b"<Code>" not in body and b"__type" not in body
        if status in (500, 501) or (unknown and note["method"] != "HEAD"):
            self.unimplemented.append(note["operation"])
        return kept, body

    def simulated(self, seen, note, start_response):
        note["recorded"] = True
        body = simulation.simulation(seen, self.judge, is_admin=not is_limited(seen))
        start_response("200 OK", [("Content-Type", "text/xml")])
        return [body]

    def fault_for(self, operation):
        for fault in self.faults:
            writes = CHANGES_NOTHING.match(operation) is None
            meant = writes if fault["operation"] == ANY_WRITE else fault["operation"] == operation
            if meant and fault["times"] > 0:
                if fault.get("skip", 0) > 0:
                    fault["skip"] -= 1
                    continue
                fault["times"] -= 1
                return fault
        return None

    def fail(self, fault, note):
        if fault.get("hold"):
            note["held"] = True
            time.sleep(HELD_SECONDS)
            raise Refused("RequestTimeout", "The test has let go of this request.", 400)
        raise Refused(fault["code"], fault["message"], fault.get("status", 400))

    def control(self, environ, start_response):
        size = int(environ.get("CONTENT_LENGTH") or 0)
        asked = json.loads(environ["wsgi.input"].read(size) or b"null")
        try:
            answer = {
                "/_gate/world": self.world,
                "/_gate/faults": self.set_faults,
                "/_gate/seen": lambda _: self.seen,
                "/_gate/unimplemented": lambda _: self.take_unimplemented(),
                "/_gate/state": lambda _: {**state(), "recorded": self.recorder.kept.state()},
                "/_gate/recorded": self.recorded,
                "/_gate/credentials": credentials_of,
            }[environ["PATH_INFO"]](asked)
            status = "200 OK"
        except Exception:
            answer, status = traceback.format_exc(), "500 Internal Server Error"
        body = json.dumps(answer).encode()
        start_response(status, [("Content-Type", "application/json")])
        return [body]

    def world(self, asked):
        self.faults = []
        self.judge = Judge(asked["judge"])
        answer = new_world(asked)
        self.recorder.begin(asked)
        self.seen = []
        return answer

    def recorded(self, asked):
        operation = asked["operation"]
        writes = CHANGES_NOTHING.match(operation) is None
        note = {"operation": operation, "writes": writes, "recorded": True}
        with self.lock:
            self.seen.append(note)
            fault = self.fault_for(operation)
        try:
            if fault is not None and not fault.get("after"):
                self.fail(fault, note)
            with self.lock:
                answer = self.recorder.answer(asked, self.judge)
            if answer is None:
                self.unimplemented.append(operation)
                raise Refused("NotRecorded", f"Nothing answers {operation}.", 501)
            if fault is not None:
                raise Refused(fault["code"], fault["message"], fault.get("status", 400))
        except Refused as refused:
            note["refused"] = refused.code
            return {"code": refused.code, "message": refused.message, "status": refused.status}
        return {"answer": answer}

    def take_unimplemented(self):
        with self.lock:
            taken, self.unimplemented = self.unimplemented, []
        return taken

    def set_faults(self, faults):
        with self.lock:
            self.faults = faults
        return len(faults)


class QuietHandler(MotoRequestHandler):
    def log(self, *_):
        pass


def main():
    set_right()
    server = make_server(
        "127.0.0.1", 0, Gate(), threaded=True, request_handler=QuietHandler
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


main()
