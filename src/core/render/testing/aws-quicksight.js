// What the stand-in for the AWS CLI knows of QuickSight.

/** @param {{state: any, args: any, caller: any, refuse: (code: string, message: string) => never}} world */
export function quickSightAnswers({ state, args, refuse }) {
  function found(kind, id) {
    const one = state[kind][args[`--${id}-id`]];
    if (one === undefined) refuse("ResourceNotFoundException", "The resource does not exist");
    return one;
  }

  function created(kind, id, value) {
    if (state[kind][args[`--${id}-id`]]) refuse("ResourceExistsException", "It exists already");
    state[kind][args[`--${id}-id`]] = value;
  }

  return {
    "quicksight create-data-source": () => {
      const request = JSON.parse(args["--cli-input-json"]);
      created("dataSources", "data-source", {
        ...request,
        status: state.dataSourceStatus ?? "CREATION_SUCCESSFUL",
      });
      return { CreationStatus: "CREATION_IN_PROGRESS" };
    },
    "quicksight describe-data-source": () => {
      const { status } = found("dataSources", "data-source");
      const failed = status === "CREATION_FAILED" && {
        ErrorInfo: { Message: "We cannot read the manifest" },
      };
      return { DataSource: { Status: status, ...failed } };
    },
    "quicksight delete-data-source": () => {
      found("dataSources", "data-source");
      delete state.dataSources[args["--data-source-id"]];
      return { Status: 200 };
    },
    "quicksight create-data-set": () => {
      created("dataSets", "data-set", { ...JSON.parse(args["--cli-input-json"]), ingestions: {} });
      return { Status: 201 };
    },
    "quicksight describe-data-set": () => ({
      DataSet: { Name: found("dataSets", "data-set").Name },
    }),
    "quicksight delete-data-set": () => {
      found("dataSets", "data-set");
      delete state.dataSets[args["--data-set-id"]];
      return { Status: 200 };
    },
    "quicksight create-ingestion": () => {
      found("dataSets", "data-set").ingestions[args["--ingestion-id"]] = [
        "QUEUED",
        "RUNNING",
        "COMPLETED",
      ];
      return { IngestionStatus: "INITIALIZED" };
    },
    "quicksight describe-ingestion": () => {
      const states = found("dataSets", "data-set").ingestions[args["--ingestion-id"]];
      if (states === undefined) refuse("ResourceNotFoundException", "The resource does not exist");
      const IngestionStatus = states.length > 1 ? states.shift() : states[0];
      return { Ingestion: { IngestionStatus, RowInfo: { RowsIngested: 12 } } };
    },
  };
}
