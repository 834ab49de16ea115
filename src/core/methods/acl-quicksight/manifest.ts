import type { Shared } from "#core/methods/define-method.ts";
import type { JsonValue } from "#core/policy/document.ts";
import { listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";

type Json = { readonly [name: string]: JsonValue };

const QUALIFIERS = { double: '"', single: "'" } as const;
const DELIMITERS = { CSV: ",", TSV: "\t" } as const;

/**
 * What a manifest says: its values are texts, `containsHeader` too. Of JSON and log files it says
 * only the format. Without any file or prefix, it lists what is shared.
 * @see https://docs.aws.amazon.com/quick/latest/userguide/supported-manifest-file-format.html
 */
export function manifestContent(sharing: Shared<Settings>): Json {
  const { format, textQualifier, containsHeader } = sharing.settings;
  const uris = listedFiles(sharing).map(({ bucket, key }) => `s3://${bucket}/${key}`);
  const prefixes = uriPrefixes(sharing);
  return {
    fileLocations: [
      ...(uris.length === 0 ? [] : [{ URIs: uris }]),
      ...(prefixes.length === 0 ? [] : [{ URIPrefixes: prefixes }]),
    ],
    globalUploadSettings:
      format === "CSV" || format === "TSV"
        ? {
            format,
            delimiter: DELIMITERS[format],
            textqualifier: QUALIFIERS[textQualifier],
            containsHeader: String(containsHeader),
          }
        : { format },
  };
}

function uriPrefixes({ agreement, settings }: Shared<Settings>): readonly string[] {
  if (settings.prefixes.length > 0) {
    return [...new Set(settings.prefixes.map(({ bucket, prefix }) => `s3://${bucket}/${prefix}`))];
  }
  if (settings.files.length > 0) return [];
  const read = agreement.owner.locations.filter(({ access }) => access.includes("read"));
  return read.map(({ bucket, prefix }) => `s3://${bucket}/${prefix}`);
}

/**
 * The same in a request of the API, whose header is true or false and whose qualifier has a name.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UploadSettings.html
 */
export function uploadSettings({ settings }: Shared<Settings>): Json {
  const { format, textQualifier, containsHeader } = settings;
  if (format !== "CSV" && format !== "TSV") return { Format: format };
  return {
    Format: format,
    StartFromRow: 1,
    ContainsHeader: containsHeader,
    TextQualifier: textQualifier === "double" ? "DOUBLE_QUOTE" : "SINGLE_QUOTE",
    Delimiter: DELIMITERS[format],
  };
}
