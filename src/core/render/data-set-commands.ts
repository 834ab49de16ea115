import type { DataSetOperation } from "#core/plan/data-set-operation.ts";
import type { Caller } from "./calls/caller.ts";
import * as quicksight from "./calls/quicksight.ts";
import * as s3api from "./calls/s3api.ts";
import { fileNameOf } from "./command-context.ts";
import { backupOf, type CommandTable, file, noted } from "./command-table.ts";

const document = (admin: Caller, id: string) => file(fileNameOf(admin.context, id));

/** Commands about a data set and the file that says what it reads, to be copied. */
export const DATA_SET_COMMANDS: Pick<CommandTable, DataSetOperation["kind"]> = {
  "put-own-object": ({ document: id, ...object }, { admin }) => [
    noted(
      s3api.getOwnObject(admin, object, backupOf(id)),
      "Keeps what is there. NoSuchKey means that there is nothing yet.",
    ),
    s3api.putOwnObject(admin, object, { kind: "path", path: fileNameOf(admin.context, id) }),
  ],
  "remove-own-object": ({ document: id, ...object }, { admin }) => [
    noted(
      s3api.putOwnObject(admin, object, { kind: "path", path: backupOf(id) }),
      "If there was one before: puts it back.",
    ),
    noted(s3api.deleteOwnObject(admin, object), "If there was none before: deletes it."),
  ],
  "create-data-source": ({ document: id, ...source }, { admin }) => [
    quicksight.createDataSource(admin, source, document(admin, id)),
  ],
  "delete-data-source": (source, { admin }) => [quicksight.deleteDataSource(admin, source)],
  "create-data-set": ({ document: id, ...set }, { admin }) => [
    quicksight.createDataSet(admin, set, document(admin, id)),
  ],
  "delete-data-set": (set, { admin }) => [quicksight.deleteDataSet(admin, set)],
  "create-ingestion": (run, { admin }) => [
    noted(
      quicksight.createIngestion(admin, run),
      "Each run needs an id of its own: for the next one, another ingestion id.",
    ),
  ],
  "wait-for-data-source": (source, { admin }) => [
    noted(
      quicksight.getDataSourceStatus(admin, source),
      "Must come to CREATION_SUCCESSFUL. While it prints CREATION_IN_PROGRESS, ask again; CREATION_FAILED comes with the reason.",
    ),
  ],
  "wait-for-ingestion": (run, { admin }) => [
    noted(
      quicksight.getIngestionStatus(admin, run),
      "Must come to COMPLETED, with the number of rows. While it prints QUEUED or RUNNING, ask again; FAILED comes with the reason.",
    ),
  ],
};
