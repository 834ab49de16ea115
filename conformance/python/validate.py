"""Parses command lines with the AWS CLI's own code, in one process, and sends nothing.

Reads one JSON value a line: {"argv": [...], "cwd": "..."}; answers one a line: {"problem": null or
a sentence, "operation": "s3api get-object"}. Everything up to the request is the CLI's: options,
shorthand, file://, JMESPath. The parameters are then held against the service model (required,
types, enums, lengths, ranges, patterns), and the query against an answer of the model's shape.
"""

import contextlib
import functools
import io
import json
import os
import re
import sys

import awscli.clidriver
import jmespath
from botocore import xform_name
from botocore.utils import ArgumentGenerator
from botocore.validate import ParamValidator


# The CLI adds handlers with every call and is made for one call a process.
CALLS_PER_DRIVER = 40


class Drivers:
    """One for each profile, because a session keeps the first profile that it is given."""

    def __init__(self):
        self.made = {}
        self.loader = None
        self.seen = None

    def driver(self, argv):
        profile = value_of(argv, "--profile")
        driver, calls = self.made.get(profile, (None, CALLS_PER_DRIVER))
        if calls >= CALLS_PER_DRIVER:
            driver, calls = self.new_driver(), 0
        self.made[profile] = (driver, calls + 1)
        return driver

    def new_driver(self):
        driver = awscli.clidriver.create_clidriver()
        if self.loader is None:
            self.loader = driver.session.get_component("data_loader")
        else:
            driver.session.register_component("data_loader", self.loader)
        driver.session.register("calling-command.*", self.instead_of_calling)
        return driver

    def instead_of_calling(self, call_parameters, parsed_globals, event_name, **_):
        self.seen = (event_name, call_parameters, parsed_globals)
        return 0


def value_of(argv, option):
    for index, word in enumerate(argv):
        if word == option and index + 1 < len(argv):
            return argv[index + 1]
        if word.startswith(option + "="):
            return word[len(option) + 1 :]
    return None


def problem_of(drivers, argv):
    if len(argv) < 2:
        return "not a call of a service"
    driver = drivers.driver(argv)
    drivers.seen = None
    said = io.StringIO()
    status = None
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            status = driver.main(list(argv))
        except SystemExit as end:
            status = end.code
    if drivers.seen is None:
        return f"refused with status {status}: {' '.join(said.getvalue().split())[-600:]}"
    _, parameters, parsed_globals = drivers.seen
    if status != 0:
        return f"status {status}"
    service = driver.session.get_service_model(service_name(driver, argv[0]))
    operation = operation_of(service, argv[1])
    shape = operation.input_shape
    if shape is not None:
        report = ParamValidator().validate(parameters, shape)
        if report.has_errors():
            return report.generate_report()
        wrong = list(out_of_bounds(parameters, shape, ""))
        if wrong:
            return "; ".join(wrong)
    return query_problem(operation, parsed_globals)


@functools.cache
def skeleton(operation_shape):
    return ArgumentGenerator(use_member_names=False).generate_skeleton(operation_shape)


def service_name(driver, command):
    table = driver._get_command_table()
    return getattr(table[command], "_service_name", command)


@functools.cache
def operation_of(service, command):
    for name in service.operation_names:
        if xform_name(name, "-") == command:
            return service.operation_model(name)
    raise LookupError(command)


def out_of_bounds(value, shape, path):
    """What botocore leaves to the service: enums, greatest lengths and values, patterns."""
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, one in value.items():
            yield from out_of_bounds(one, shape.members[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for one in value:
            yield from out_of_bounds(one, shape.member, f"{path}[]")
    elif shape.type_name == "map":
        for one in value.values():
            yield from out_of_bounds(one, shape.value, f"{path}{{}}")
    if shape.type_name == "string" and isinstance(value, str):
        if getattr(shape, "enum", None) and value not in shape.enum:
            yield f"{path}: {value} is none of {', '.join(shape.enum)}"
        pattern = shape.metadata.get("pattern")
        if pattern is not None and matches(pattern, value) is False:
            yield f"{path}: {value[:80]} does not match {pattern}"
    size = len(value) if isinstance(value, (str, list, dict, bytes)) else value
    greatest = shape.metadata.get("max")
    if greatest is not None and isinstance(size, (int, float)) and size > greatest:
        yield f"{path}: {size} is more than {greatest}"


def matches(pattern, value):
    try:
        return re.fullmatch(pattern, value) is not None
    except re.error:
        return None


def query_problem(operation, parsed_globals):
    query = parsed_globals.query
    if query is None:
        return None
    if operation.output_shape is None:
        return "--query, but the call answers nothing"
    answer = skeleton(operation.output_shape)
    if isinstance(query, str):
        query = jmespath.compile(query)
    found = query.search(answer)
    parts = found if isinstance(found, list) else [found]
    if not parts or any(part is None for part in parts):
        return f"--query {query.expression} finds nothing in an answer of {operation.name}"
    return None


def main():
    drivers = Drivers()
    for line in sys.stdin:
        asked = json.loads(line)
        argv = asked["argv"]
        os.chdir(asked["cwd"])
        answer = {"problem": problem_of(drivers, argv), "operation": " ".join(argv[:2])}
        print(json.dumps(answer), flush=True)


main()
