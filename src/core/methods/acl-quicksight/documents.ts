import type { Shared } from "#core/methods/define-method.ts";
import type { SharingContent, SharingDocument } from "#core/policy/document.ts";
import { fileNumber } from "#core/policy/file-number.ts";
import { bucketAclDocument, objectAclDocuments } from "./acl-documents.ts";
import { manifestContent } from "./manifest.ts";
import { assetIdOf, listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { bucketPolicies, keyPolicies, rolePolicies } from "./policies.ts";
import { dataSetRequest, dataSourceRequest } from "./requests.ts";

export const MANIFEST = "manifest";
export const DATA_SOURCE = "data-source";
export const DATA_SET = "data-set";

type Unnumbered = (number: string) => SharingDocument;

export function documents(sharing: Shared<Settings>): readonly SharingDocument[] {
  const { owner } = sharing.agreement;
  const lists: readonly Unnumbered[] =
    sharing.settings.variant === "acl"
      ? [
          ...owner.buckets.map(({ bucket }) => bucketAclDocument(sharing, bucket)),
          ...objectAclDocuments(sharing),
        ]
      : [];
  const roles = rolePolicies(sharing);
  return [
    ...numbered([...lists, ...bucketPolicies(sharing), ...keyPolicies(sharing)], 1),
    ...roles,
    ...numbered(dataSetDocuments(sharing), roles.length + 1),
  ];
}

function numbered(make: readonly Unnumbered[], first: number): readonly SharingDocument[] {
  return make.map((one, index) => one(fileNumber(first + index)));
}

function dataSetDocuments(sharing: Shared<Settings>): readonly Unnumbered[] {
  const { manifestBucket, manifestKey } = sharing.settings;
  const resourceId = assetIdOf(sharing);
  const content = (
    id: string,
    rest: Pick<SharingContent, "title" | "summary" | "kind" | "attachedTo" | "content">,
  ): Unnumbered => {
    return (number) => ({
      id,
      side: "consumer",
      fileName: `${number}-${id}.json`,
      extent: "whole",
      ...rest,
    });
  };
  const files = listedFiles(sharing).length;
  return [
    content(MANIFEST, {
      title: "Manifest",
      summary: `Tells QuickSight which files to read${files === 0 ? ", by their prefixes" : `: ${files} by name`}, and how they are written.`,
      kind: "manifest",
      attachedTo: [{ kind: "object", bucket: manifestBucket, key: manifestKey }],
      content: manifestContent(sharing),
    }),
    content(DATA_SOURCE, {
      title: "Data source",
      summary: "Names the manifest, and the user who owns the data source.",
      kind: "request",
      attachedTo: [{ kind: "quicksight", resource: "data source", resourceId }],
      content: dataSourceRequest(sharing),
    }),
    content(DATA_SET, {
      title: "Data set",
      summary: "Names the columns; the files are imported into SPICE.",
      kind: "request",
      attachedTo: [{ kind: "quicksight", resource: "data set", resourceId }],
      content: dataSetRequest(sharing),
    }),
  ];
}
