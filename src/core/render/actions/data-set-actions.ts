import type { DataSetOperation } from "#core/plan/data-set-operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as quicksight from "#core/render/calls/quicksight.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import { fileNameOf } from "#core/render/command-context.ts";
import type { CliValue } from "#core/render/command-line.ts";
import { NEW_PATH } from "./policy-commands.ts";
import { recordId } from "./record-id.ts";
import { type ActionTable, call, changing, looking, type ScriptCommand } from "./script-action.ts";

const document = (admin: Caller, id: string): CliValue => ({
  kind: "file",
  path: fileNameOf(admin.context, id),
});

/** What scripts do about data sets: nothing that was there before is changed or taken away. */
export const DATA_SET_ACTIONS: Pick<ActionTable, DataSetOperation["kind"]> = {
  "put-own-object": ({ document: id, ...object }, admin) => [
    call(
      "apply-object",
      `s3://${object.bucket}/${object.key}`,
      [recordId("object", object.bucket, object.key), fileNameOf(admin.context, id)],
      objectCommands(admin, object),
    ),
  ],
  "remove-own-object": ({ document: id, ...object }, admin) => [
    call(
      "undo-object",
      `s3://${object.bucket}/${object.key}`,
      [recordId("object", object.bucket, object.key), fileNameOf(admin.context, id)],
      [...objectCommands(admin, object), changing("remove", s3api.deleteOwnObject(admin, object))],
    ),
  ],
  "create-data-source": ({ document: id, ...source }, admin) => [
    call(
      "apply-resource",
      `data source ${source.dataSourceId}`,
      [recordId("data-source", source.dataSourceId)],
      [
        looking(quicksight.getDataSourceStatus(admin, source)),
        changing("create", quicksight.createDataSource(admin, source, document(admin, id))),
      ],
    ),
  ],
  "delete-data-source": (source, admin) => [
    call(
      "undo-resource",
      `data source ${source.dataSourceId}`,
      [recordId("data-source", source.dataSourceId)],
      [
        looking(quicksight.getDataSourceStatus(admin, source)),
        changing("remove", quicksight.deleteDataSource(admin, source)),
      ],
    ),
  ],
  "create-data-set": ({ document: id, ...set }, admin) => [
    call(
      "apply-resource",
      `data set ${set.dataSetId}`,
      [recordId("data-set", set.dataSetId)],
      [
        looking(quicksight.getDataSetName(admin, set)),
        changing("create", quicksight.createDataSet(admin, set, document(admin, id))),
      ],
    ),
  ],
  "delete-data-set": (set, admin) => [
    call(
      "undo-resource",
      `data set ${set.dataSetId}`,
      [recordId("data-set", set.dataSetId)],
      [
        looking(quicksight.getDataSetName(admin, set)),
        changing("remove", quicksight.deleteDataSet(admin, set)),
      ],
    ),
  ],
  "create-ingestion": (run, admin) => [
    call(
      "apply-resource",
      `ingestion ${run.ingestionId} of data set ${run.dataSetId}`,
      [recordId("ingestion", run.dataSetId, run.ingestionId)],
      [
        looking(quicksight.getIngestionStatus(admin, run)),
        changing("create", quicksight.createIngestion(admin, run)),
      ],
    ),
  ],
  "wait-for-data-source": (source, admin) => [
    call(
      "wait-for-status",
      `data source ${source.dataSourceId}`,
      [],
      [looking(quicksight.getDataSourceStatus(admin, source))],
    ),
  ],
  "wait-for-ingestion": (run, admin) => [
    call(
      "wait-for-status",
      `ingestion ${run.ingestionId}`,
      [],
      [looking(quicksight.getIngestionStatus(admin, run))],
    ),
  ],
};

function objectCommands(admin: Caller, object: s3api.OwnObject): readonly ScriptCommand[] {
  return [
    looking(s3api.getOwnObject(admin, object, s3api.OBJECT_FILE)),
    changing("put", s3api.putOwnObject(admin, object, NEW_PATH)),
  ];
}
