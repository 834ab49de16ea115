"""Data sources, data sets and imports of QuickSight; imports are over at once, well or badly.

https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Operations.html
"""

import recorded_import
from errors import Refused

SOURCES = ("data sources", "DataSourceId", "datasource")
SETS = ("data sets", "DataSetId", "dataset")


def name_of(ask, id_name):
    if ask["AwsAccountId"] != ask.account:
        raise Refused("AccessDeniedException", "The account is not authorized for this", 403)
    return f"{ask.account} {ask.region} {ask[id_name]}"


def found(kept, ask, what):
    kind, id_name, _ = what
    one = kept.of(kind).get(name_of(ask, id_name))
    if one is None:
        raise Refused("ResourceNotFoundException", f"There is no such {id_name}", 404)
    return one


def create(kept, ask, what):
    kind, id_name, word = what
    name = name_of(ask, id_name)
    if name in kept.of(kind):
        raise Refused("ResourceExistsException", f"There is such a {id_name} already", 409)
    kept.of(kind)[name] = {**ask.parameters, "imports": {}}
    arn = f"arn:{ask.partition}:quicksight:{ask.region}:{ask.account}:{word}/{ask[id_name]}"
    return {"Arn": arn, id_name: ask[id_name], "Status": 201}


def delete(kept, ask, what):
    kind, id_name, _ = what
    found(kept, ask, what)
    del kept.of(kind)[name_of(ask, id_name)]
    return {id_name: ask[id_name], "Status": 200}


def create_source(kept, ask):
    return {**create(kept, ask, SOURCES), "CreationStatus": "CREATION_IN_PROGRESS"}


def describe_source(kept, ask):
    one = found(kept, ask, SOURCES)
    told = {"DataSourceId": ask["DataSourceId"], "Name": one["Name"], "Status": "CREATION_SUCCESSFUL"}
    return {"DataSource": told, "Status": 200}


def describe_set(kept, ask):
    told = {"DataSetId": ask["DataSetId"], "Name": found(kept, ask, SETS)["Name"]}
    return {"DataSet": told, "Status": 200}


def source_of(kept, ask):
    """The data source that the set's table reads."""
    tables = found(kept, ask, SETS)["PhysicalTableMap"]
    [table] = [one["S3Source"] for one in tables.values()]
    name = table["DataSourceArn"].rsplit("/", 1)[-1]
    return kept.of(SOURCES[0]).get(f"{ask.account} {ask.region} {name}")


def create_import(kept, ask):
    imports = found(kept, ask, SETS)["imports"]
    if ask["IngestionId"] in imports:
        raise Refused("ResourceExistsException", "There is such an ingestion already", 409)
    source = source_of(kept, ask)
    if source is None:
        raise Refused("ResourceNotFoundException", "There is no such data source", 404)
    imports[ask["IngestionId"]] = recorded_import.outcome(kept, ask, source)
    return {"IngestionId": ask["IngestionId"], "IngestionStatus": "INITIALIZED", "Status": 201}


def describe_import(kept, ask):
    outcome = found(kept, ask, SETS)["imports"].get(ask["IngestionId"])
    if outcome is None:
        raise Refused("ResourceNotFoundException", "There is no such ingestion", 404)
    told = {
        "Arn": f"arn:{ask.partition}:quicksight:{ask.region}:{ask.account}:ingestion/{ask['IngestionId']}",
        "CreatedTime": "2026-11-22T00:00:00Z",
        **outcome,
    }
    return {"Ingestion": told, "Status": 200}


ANSWERS = {
    "quicksight:CreateDataSource": create_source,
    "quicksight:DescribeDataSource": describe_source,
    "quicksight:DeleteDataSource": lambda kept, ask: delete(kept, ask, SOURCES),
    "quicksight:CreateDataSet": lambda kept, ask: create(kept, ask, SETS),
    "quicksight:DescribeDataSet": describe_set,
    "quicksight:DeleteDataSet": lambda kept, ask: delete(kept, ask, SETS),
    "quicksight:CreateIngestion": create_import,
    "quicksight:DescribeIngestion": describe_import,
}
