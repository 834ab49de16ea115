"""Takes the calls that moto lacks out of the CLI, just before they would be sent.

Everything before the request and after the answer is the CLI's. Parameters are those of the service
model; answers and error codes are held against it before the CLI sees them.
"""

import json
import os
import urllib.request

from botocore.awsrequest import AWSResponse
from botocore.validate import ParamValidator

SERVICES = ("s3control", "ram", "quicksight")
CALLS = {"s3": ("GetBucketAcl", "PutBucketAcl", "GetObjectAcl", "PutObjectAcl")}


def record(session):
    session.register("before-parameter-build", keep_parameters)
    session.register("before-call", answer)


def is_recorded(model):
    service = model.service_model.service_name
    return service in SERVICES or model.name in CALLS.get(service, ())


def keep_parameters(params, model, context, **_):
    if is_recorded(model):
        context["recorded"] = json.loads(json.dumps(params))


def answer(model, context, request_signer, **_):
    if not is_recorded(model):
        return None
    asked = {
        "operation": f"{model.service_model.service_name}:{model.name}",
        "parameters": context["recorded"],
        "region": context["client_region"],
        "accessKey": request_signer._credentials.access_key,
    }
    told = ask_gate(asked)
    if "answer" in told:
        hold_against_model(told["answer"], model)
        return AWSResponse("", 200, {}, None), {**told["answer"], "ResponseMetadata": {}}
    codes = {shape.error_code for shape in model.error_shapes}
    if codes and told["code"] not in codes:
        raise ValueError(f"{model.name} has no error {told['code']}, only {', '.join(sorted(codes))}")
    error = {"Code": told["code"], "Message": told["message"]}
    return AWSResponse("", told["status"], {}, None), {"Error": error, "ResponseMetadata": {}}


def ask_gate(asked):
    request = urllib.request.Request(
        f"{os.environ['AWS_ENDPOINT_URL']}/_gate/recorded", data=json.dumps(asked).encode()
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def hold_against_model(told, model):
    shape = model.output_shape
    if shape is None:
        if told:
            raise ValueError(f"{model.name} answers nothing")
        return
    report = ParamValidator().validate(told, shape)
    if report.has_errors():
        raise ValueError(f"no answer of {model.name}: {report.generate_report()}")
