import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import { insideArrows } from "#core/plan/picture-arrows.ts";
import { dataNodes, principalNodes, sharedPlaces } from "#core/plan/picture-parts.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUsesOf } from "./documents.ts";
import { instancesOf } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** Principals ask an instance; it assumes the role for them, and the role does the rest. */
export function picture(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Picture {
  const { agreement, settings } = sharing;
  const role: PictureNode = {
    id: "role",
    side: "owner",
    kind: "role",
    label: `role ${settings.rolePath.slice(1)}${settings.roleName}`,
  };
  const instances = instancesOf(sharing).map(
    ({ region, arn }): PictureNode & { readonly arn: string } => ({
      id: `instance-${region}`,
      side: "owner",
      kind: "instance",
      label: `Access Grants ${region}`,
      arn,
    }),
  );
  const principals = principalNodes(agreement);
  const places = sharedPlaces(agreement);
  const uses = keyUsesOf(sharing);
  const idsOf = (isMeant: (document: SharingDocument) => boolean) =>
    documents.filter(isMeant).map(({ id }) => id);
  const trusting = idsOf(({ kind }) => kind === "trust-policy");
  return {
    nodes: [
      ...principals,
      ...instances.map(({ arn: _arn, ...node }) => node),
      role,
      ...dataNodes(agreement, places, uses),
    ],
    arrows: [
      ...instances.flatMap((instance) =>
        principals.map(({ id }) => ({
          from: id,
          to: instance.id,
          verb: "get credentials",
          documents: idsOf(
            ({ side, attachedTo }) =>
              side === "consumer" ||
              attachedTo.some(
                (target) => target.kind === "access-grants-instance" && target.arn === instance.arn,
              ),
          ),
        })),
      ),
      ...instances.map(({ id }) => ({
        from: id,
        to: role.id,
        verb: "assume",
        documents: trusting,
      })),
      ...insideArrows(role, { places, uses }, documents),
    ],
  };
}
