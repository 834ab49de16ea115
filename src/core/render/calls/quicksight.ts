import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
} from "#core/render/command-line.ts";
import { type Caller, call } from "./caller.ts";

interface OfAccount {
  readonly account: string;
  readonly region: string;
}

export interface DataSource extends OfAccount {
  readonly dataSourceId: string;
}

export interface DataSet extends OfAccount {
  readonly dataSetId: string;
}

export interface Ingestion extends DataSet {
  readonly ingestionId: string;
}

function quicksight(
  caller: Caller,
  operation: string,
  { account, region }: OfAccount,
  ...options: readonly CliOption[]
): CliCommand {
  const all = [textOption("--aws-account-id", account), ...options];
  return call(caller, "quicksight", operation, all, region);
}

/** The rest of a request, as a file: its JSON would need other quotes in every shell. */
const request = (value: CliValue): CliOption => ({ name: "--cli-input-json", value });

const sourceId = ({ dataSourceId }: DataSource): CliOption =>
  textOption("--data-source-id", dataSourceId);

const setId = ({ dataSetId }: DataSet): CliOption => textOption("--data-set-id", dataSetId);

const ingestionId = ({ ingestionId: id }: Ingestion): CliOption => textOption("--ingestion-id", id);

/** @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html */
export const createDataSource = (
  caller: Caller,
  source: DataSource,
  document: CliValue,
): CliCommand =>
  answering(
    quicksight(caller, "create-data-source", source, sourceId(source), request(document)),
    "CreationStatus",
  );

/** Its state, and what went wrong. */
export const getDataSourceStatus = (caller: Caller, source: DataSource): CliCommand =>
  answering(
    quicksight(caller, "describe-data-source", source, sourceId(source)),
    "DataSource.[Status,ErrorInfo.Message]",
  );

export const deleteDataSource = (caller: Caller, source: DataSource): CliCommand =>
  answering(quicksight(caller, "delete-data-source", source, sourceId(source)), "Status");

/** @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html */
export const createDataSet = (caller: Caller, set: DataSet, document: CliValue): CliCommand =>
  answering(quicksight(caller, "create-data-set", set, setId(set), request(document)), "Status");

export const getDataSetName = (caller: Caller, set: DataSet): CliCommand =>
  answering(quicksight(caller, "describe-data-set", set, setId(set)), "DataSet.Name");

export const deleteDataSet = (caller: Caller, set: DataSet): CliCommand =>
  answering(quicksight(caller, "delete-data-set", set, setId(set)), "Status");

/** @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateIngestion.html */
export const createIngestion = (caller: Caller, run: Ingestion): CliCommand =>
  answering(
    quicksight(
      caller,
      "create-ingestion",
      run,
      setId(run),
      ingestionId(run),
      textOption("--ingestion-type", "FULL_REFRESH"),
    ),
    "IngestionStatus",
  );

/** How far it is, what went wrong, and how many rows it has read. */
export const getIngestionStatus = (caller: Caller, run: Ingestion): CliCommand =>
  answering(
    quicksight(caller, "describe-ingestion", run, setId(run), ingestionId(run)),
    "Ingestion.[IngestionStatus,ErrorInfo.Message,RowInfo.RowsIngested]",
  );
