import type { Shared } from "#core/methods/define-method.ts";
import type { JsonValue } from "#core/policy/document.ts";
import { uploadSettings } from "./manifest.ts";
import { assetIdOf, assetNameOf, quicksightRegionOf } from "./names.ts";
import type { Settings } from "./parameters.ts";

type Json = { readonly [name: string]: JsonValue };

/** What an owner may do with it: without owners nobody sees it. */
const DATA_SOURCE_ACTIONS = [
  "quicksight:DescribeDataSource",
  "quicksight:DescribeDataSourcePermissions",
  "quicksight:PassDataSource",
  "quicksight:UpdateDataSource",
  "quicksight:DeleteDataSource",
  "quicksight:UpdateDataSourcePermissions",
];

const DATA_SET_ACTIONS = [
  "quicksight:DescribeDataSet",
  "quicksight:DescribeDataSetPermissions",
  "quicksight:PassDataSet",
  "quicksight:DescribeIngestion",
  "quicksight:ListIngestions",
  "quicksight:UpdateDataSet",
  "quicksight:DeleteDataSet",
  "quicksight:CreateIngestion",
  "quicksight:CancelIngestion",
  "quicksight:UpdateDataSetPermissions",
];

/** @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html */
export function dataSourceRequest(sharing: Shared<Settings>): Json {
  const { manifestBucket, manifestKey, quicksightUser } = sharing.settings;
  return {
    Name: assetNameOf(sharing),
    Type: "S3",
    DataSourceParameters: {
      S3Parameters: { ManifestFileLocation: { Bucket: manifestBucket, Key: manifestKey } },
    },
    Permissions: [{ Principal: quicksightUser, Actions: DATA_SOURCE_ACTIONS }],
  };
}

/**
 * S3 data sets are imported into SPICE: there is no direct query. A column of delimited text is
 * always STRING here; its type is set in the data set afterwards.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
 */
export function dataSetRequest(sharing: Shared<Settings>): Json {
  const { columns, quicksightUser } = sharing.settings;
  return {
    Name: assetNameOf(sharing),
    PhysicalTableMap: {
      "s3-files": {
        S3Source: {
          DataSourceArn: dataSourceArn(sharing),
          UploadSettings: uploadSettings(sharing),
          InputColumns: columns.map((Name) => ({ Name, Type: "STRING" })),
        },
      },
    },
    ImportMode: "SPICE",
    Permissions: [{ Principal: quicksightUser, Actions: DATA_SET_ACTIONS }],
  };
}

function dataSourceArn(sharing: Shared<Settings>): string {
  const { partition, consumer } = sharing.agreement;
  const at = `arn:${partition}:quicksight:${quicksightRegionOf(sharing)}:${consumer.account}`;
  return `${at}:datasource/${assetIdOf(sharing)}`;
}
