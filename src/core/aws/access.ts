export type AccessLevel = "list" | "read" | "write" | "delete";

/** In the order in which they are written everywhere. */
export const ACCESS_LEVELS: readonly AccessLevel[] = ["list", "read", "write", "delete"];

/** The statement an action goes into: a policy that mixes them grants too much or nothing at all. */
export type ActionGroup =
  /** Bucket ARN; the request carries `s3:prefix`, so the grant can be limited to one. */
  | "listing"
  /** Bucket ARN; the request has no prefix, so a condition on `s3:prefix` would never match. */
  | "bucket"
  /** Object ARN. */
  | "object"
  /** Object ARN; apart, so that the grant can be taken back alone. */
  | "deletion";

const ACTION_GROUPS: readonly ActionGroup[] = ["listing", "bucket", "object", "deletion"];

interface ActionRow {
  readonly action: string;
  readonly group: ActionGroup;
  /** Granted when one of these levels is asked for … */
  readonly with: readonly AccessLevel[];
  /** … and one of these as well. */
  readonly andWith?: readonly AccessLevel[];
  readonly onlyVersioned?: true;
}

/**
 * Which actions an access level means. Write alone is a drop box: neither list nor read, so parts of an upload
 * cannot be listed either. `s3:ListBucketMultipartUploads` is left out: it knows no `s3:prefix`, so it would show
 * the names of uploads to prefixes that are not shared. `s3:DeleteObjectVersion` is left out: it deletes for good.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
const ACTIONS: readonly ActionRow[] = [
  { action: "s3:ListBucket", group: "listing", with: ["list"] },
  {
    action: "s3:ListBucketVersions",
    group: "listing",
    with: ["list"],
    andWith: ["read"],
    onlyVersioned: true,
  },
  { action: "s3:GetBucketLocation", group: "bucket", with: ["list", "read"] },
  { action: "s3:GetObject", group: "object", with: ["read"] },
  { action: "s3:GetObjectVersion", group: "object", with: ["read"], onlyVersioned: true },
  { action: "s3:PutObject", group: "object", with: ["write"] },
  { action: "s3:AbortMultipartUpload", group: "object", with: ["write"] },
  {
    action: "s3:ListMultipartUploadParts",
    group: "object",
    with: ["write"],
    andWith: ["list", "read"],
  },
  { action: "s3:DeleteObject", group: "deletion", with: ["delete"] },
];

/** Each group's actions, without overlap, in a fixed order. */
export type Actions = Readonly<Record<ActionGroup, readonly string[]>>;

/** Exactly the actions that these levels mean, in whatever order they are given; none for no level. */
export function actionsFor(
  access: readonly AccessLevel[],
  { versioned }: { readonly versioned: boolean },
): Actions {
  return meaningOf(access, versioned).actions;
}

/** An action with the statement group that it belongs to. */
export interface GroupedAction {
  readonly action: string;
  readonly group: ActionGroup;
}

/** The same in one list, group after group. */
export function groupedActionsFor(
  access: readonly AccessLevel[],
  { versioned }: { readonly versioned: boolean },
): readonly GroupedAction[] {
  return meaningOf(access, versioned).grouped;
}

const NOTHING: Meaning = {
  actions: { listing: [], bucket: [], object: [], deletion: [] },
  grouped: [],
};

interface Meaning {
  readonly actions: Actions;
  readonly grouped: readonly GroupedAction[];
}

/** Asked for at each of hundreds of locations, so every set of levels is answered here once. */
const MEANINGS: readonly Meaning[] = Array.from({ length: 2 ** 5 }, (_, set) => {
  const access = ACCESS_LEVELS.filter((_level, index) => (set & (2 << index)) !== 0);
  const actions = listedActions(access, (set & 1) !== 0);
  const grouped = ACTION_GROUPS.flatMap((group) =>
    actions[group].map((action) => ({ action, group })),
  );
  return { actions, grouped };
});

function meaningOf(access: readonly AccessLevel[], versioned: boolean): Meaning {
  let set = versioned ? 1 : 0;
  for (const level of access) set |= 2 << ACCESS_LEVELS.indexOf(level);
  return MEANINGS[set] ?? NOTHING;
}

function listedActions(access: readonly AccessLevel[], versioned: boolean): Actions {
  const granted = ACTIONS.filter(
    (row) =>
      row.with.some((level) => access.includes(level)) &&
      (row.andWith === undefined || row.andWith.some((level) => access.includes(level))) &&
      (versioned || row.onlyVersioned !== true),
  );
  const inGroup = (group: ActionGroup) =>
    granted.filter((row) => row.group === group).map((row) => row.action);
  return {
    listing: inGroup("listing"),
    bucket: inGroup("bucket"),
    object: inGroup("object"),
    deletion: inGroup("deletion"),
  };
}

/** Lets everything through that `inner` lets through. */
export function accessCovers(
  outer: readonly AccessLevel[],
  inner: readonly AccessLevel[],
): boolean {
  return inner.every((level) => outer.includes(level));
}
