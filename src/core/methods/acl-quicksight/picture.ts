import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import { acrossArrows } from "#core/plan/picture-arrows.ts";
import {
  dataNodes,
  principalNodes,
  type SharedPlace,
  sharedPlaces,
} from "#core/plan/picture-parts.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import { listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** Beyond these, files are drawn as one. */
const FILES_SHOWN = 4;

/** Every arrow needs both accounts: what is on the bucket, object or key, and the role's policy. */
export function picture(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Picture {
  const { agreement, settings } = sharing;
  const principals = principalNodes(agreement);
  const places = settings.variant === "acl" ? listedPlaces(sharing) : sharedPlaces(agreement);
  const uses = keyUses(agreement);
  return {
    nodes: [...principals, ...dataNodes(agreement, places, uses)],
    arrows: acrossArrows(principals, { places, uses }, documents),
  };
}

/** The bucket as a whole, which is listed, and the files, which are read. */
function listedPlaces(sharing: Shared<Settings>): readonly SharedPlace[] {
  const files = listedFiles(sharing);
  return sharing.agreement.owner.buckets.flatMap(({ bucket }) => {
    const keys = files.filter((file) => file.bucket === bucket).map(({ key }) => key);
    const labels = keys.length > FILES_SHOWN ? [`${keys.length} objects`] : keys;
    const node = (id: string, label: string): PictureNode => ({
      id: `${id}-${bucket}`,
      side: "owner",
      kind: "prefix",
      label,
      inside: `bucket-${bucket}`,
    });
    return [
      { bucket, verb: "list", node: node("whole", "whole bucket") },
      ...labels.map((label, index) => ({
        bucket,
        verb: "read",
        node: node(`file-${index}`, label),
      })),
    ];
  });
}
