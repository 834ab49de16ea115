interface OfAccount {
  readonly account: string;
  readonly region: string;
}

interface OfDataSource extends OfAccount {
  readonly dataSourceId: string;
}

interface OfDataSet extends OfAccount {
  readonly dataSetId: string;
}

interface OfIngestion extends OfDataSet {
  readonly ingestionId: string;
}

/** A file of the consumer in a bucket of its own. */
interface OwnObject {
  readonly account: string;
  readonly bucket: string;
  readonly key: string;
  readonly document: string;
}

/** Calls about a QuickSight data set, and about the file that says what it reads. */
export type DataSetOperation =
  | ({ readonly kind: "put-own-object" } & OwnObject)
  /** Takes back what was put: the version before, or none. */
  | ({ readonly kind: "remove-own-object" } & OwnObject)
  /** `document` has all that the request needs but the ids. */
  | ({ readonly kind: "create-data-source"; readonly document: string } & OfDataSource)
  | ({ readonly kind: "delete-data-source" } & OfDataSource)
  | ({ readonly kind: "create-data-set"; readonly document: string } & OfDataSet)
  | ({ readonly kind: "delete-data-set" } & OfDataSet)
  | ({ readonly kind: "create-ingestion" } & OfIngestion)
  /** Asks until AWS has finished, and then says how it ended. */
  | ({ readonly kind: "wait-for-data-source"; readonly shows: string } & OfDataSource)
  | ({ readonly kind: "wait-for-ingestion"; readonly shows: string } & OfIngestion);
