import { afterEach, describe, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  BUCKET,
  exampleDraft,
  KEY_ARN,
  ROLE_ARN,
} from "#core/parameters/running-example.ts";
import { openSharing, runningExample, type Sharing } from "#core/render/testing/sharing.ts";
import { type AwsState, type Instance, PROFILES } from "#core/render/testing/world.ts";

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function sharing(id: string, draft = runningExample(id)): Sharing {
  const world = openSharing(findMethod(id) as Method, undefined, draft);
  worlds.push(world);
  return world;
}

async function done(world: Sharing, script: string, args: readonly string[] = []): Promise<string> {
  const { status, output } = await world.run(script, args);
  expect(status, output).toBe(0);
  return output;
}

const AT = `${ACCOUNT_A} eu-west-1`;
const OTHER = "arn:aws:iam::777788889999:role/other";
const SUMMARY = /^Left in place, because others use it:\n((?: {2}.*\n)+)/m;

const instanceOf = (state: AwsState): Instance => {
  const found = state.instances[AT];
  if (found === undefined) throw new Error("There is no instance.");
  return found;
};

/** The key policy names the location role, so that undo has a statement to leave, too. */
async function granted(): Promise<Sharing> {
  const world = sharing(
    "access-grants",
    exampleDraft("access-grants", {
      ...PROFILES,
      settings: { keyPolicy: "names-role", roleName: "SharedLocation" },
    }),
  );
  await done(world, "account-a/apply.sh");
  await done(world, "account-b/apply.sh");
  world.written();
  return world;
}

function grantAnother(state: AwsState): void {
  const { grants, locations } = instanceOf(state);
  grants.push({
    AccessGrantId: "theirs",
    AccessGrantsLocationId: locations[0]?.AccessGrantsLocationId ?? "",
    GrantScope: `s3://${BUCKET}/other/*`,
    Permission: "READ",
    Grantee: { GranteeType: "IAM", GranteeIdentifier: OTHER },
    isObject: false,
  });
}

describe("undo of S3 Access Grants", () => {
  it("leaves a location that others have grants in, with role, policies, key statements and instance", async () => {
    const world = await granted();
    world.change(grantAnother);
    const before = world.state();
    const output = await done(world, "account-a/undo.sh");
    const after = world.state();
    expect(world.written()).toEqual([
      "s3control delete-access-grant",
      "s3control delete-access-grants-instance-resource-policy",
    ]);
    expect(after.roles).toEqual(before.roles);
    expect(after.keys).toEqual(before.keys);
    expect(instanceOf(after).locations).toEqual(instanceOf(before).locations);
    expect(instanceOf(after).grants.map(({ AccessGrantId }) => AccessGrantId)).toEqual(["theirs"]);
    const [, left = ""] = SUMMARY.exec(output) ?? [];
    expect(left).toContain(
      `location s3://${BUCKET}/ in eu-west-1: still used by grant READ s3://${BUCKET}/other/* ${OTHER}.`,
    );
    expect(left.match(/needed by location s3:\/\/acme-share-data\/\./g)).toHaveLength(4);
    for (const what of ["role SharedLocation", "permissions", "key policy", "instance"])
      expect(left, what).toContain(what);
  });

  it("finishes once nobody else uses it", async () => {
    const world = await granted();
    world.change(grantAnother);
    await done(world, "account-a/undo.sh");
    world.change((state) => instanceOf(state).grants.splice(0));
    world.written();
    const output = await done(world, "account-a/undo.sh");
    expect(output).not.toContain("Left in place");
    expect(world.state().instances).toEqual({});
    expect(Object.keys(world.state().roles)).toEqual(["analytics-app"]);
    expect(world.state().keys[KEY_ARN]?.policy).not.toContain("SharedLocation");
  });

  it("tells the same in a dry run, and takes its own grant for gone there", async () => {
    const world = await granted();
    const free = await done(world, "account-a/undo.sh", ["--dry-run"]);
    expect(free).not.toContain("Left in place");
    expect(free).toContain("Would run: aws s3control delete-access-grants-location");
    expect(free).toContain("Would run: aws s3control delete-access-grants-instance");
    expect(free).toContain("Would run: aws iam delete-role");
    world.change(grantAnother);
    const used = await done(world, "account-a/undo.sh", ["--dry-run"]);
    expect(used).toMatch(SUMMARY);
    expect(used).not.toContain("Would run: aws iam");
    expect(world.written()).toEqual([]);
  });

  it("leaves an instance that has other locations, and takes the role that they do not use", async () => {
    const world = await granted();
    world.change((state) =>
      instanceOf(state).locations.push({
        AccessGrantsLocationId: "theirs",
        LocationScope: "s3://their-bucket/",
        IAMRoleArn: `arn:aws:iam::${ACCOUNT_A}:role/Theirs`,
      }),
    );
    const output = await done(world, "account-a/undo.sh");
    expect(SUMMARY.exec(output)?.[1]).toBe(
      "  S3 Access Grants instance in eu-west-1: still used by location s3://their-bucket/.\n",
    );
    expect(world.state().roles["SharedLocation"]).toBeUndefined();
    expect(instanceOf(world.state()).locations).toHaveLength(1);
  });

  it("leaves the role when another location has come to use it", async () => {
    const world = await granted();
    world.change((state) =>
      instanceOf(state).locations.push({
        AccessGrantsLocationId: "theirs",
        LocationScope: "s3://their-bucket/",
        IAMRoleArn: `arn:aws:iam::${ACCOUNT_A}:role/SharedLocation`,
      }),
    );
    const before = world.state();
    const output = await done(world, "account-a/undo.sh");
    expect(world.state().roles).toEqual(before.roles);
    expect(output).toContain(
      "role SharedLocation in account A: needed by location s3://their-bucket/.",
    );
  });

  it("leaves what AWS refuses to delete although nobody was listed", async () => {
    const world = await granted();
    world.change((state) =>
      state.faults.push({
        operation: "s3control delete-access-grants-location",
        times: 1,
        code: "AccessGrantsLocationNotEmptyError",
        message: "Please clean up grants first",
      }),
    );
    const before = world.state();
    const output = await done(world, "account-a/undo.sh");
    expect(SUMMARY.exec(output)?.[1]).toContain("others use it. An error occurred");
    expect(world.state().roles).toEqual(before.roles);
  });

  it("stops when it may not list who uses the location", async () => {
    const world = await granted();
    world.change((state) =>
      state.faults.push({
        operation: "s3control list-access-grants-locations",
        times: 9,
        code: "AccessDenied",
        message: "Access Denied",
      }),
    );
    const run = await world.run("account-a/undo.sh");
    expect(run.status).toBe(1);
    expect(world.state().roles["SharedLocation"]).toBeDefined();
  });
});

describe("undo of roles, users and policies", () => {
  it("leaves a role to which others have attached something, and takes its own policy", async () => {
    const world = sharing("assume-role");
    await done(world, "account-a/apply.sh");
    const theirs = `arn:aws:iam::${ACCOUNT_A}:policy/Theirs`;
    world.change((state) => {
      const role = state.roles["AcmeShareReader"];
      if (role !== undefined) Object.assign(role, { attached: [theirs], profiles: ["web"] });
    });
    const output = await done(world, "account-a/undo.sh");
    expect(SUMMARY.exec(output)?.[1]).toBe(
      `  role AcmeShareReader: still used by attached policy ${theirs}, instance profile web.\n`,
    );
    expect(world.state().roles["AcmeShareReader"]).toMatchObject({ inline: {} });
    world.change((state) => {
      const role = state.roles["AcmeShareReader"];
      if (role !== undefined) Object.assign(role, { attached: [], profiles: [] });
    });
    await done(world, "account-a/undo.sh");
    expect(world.state().roles["AcmeShareReader"]).toBeUndefined();
  });

  it("leaves a managed policy that others have", async () => {
    const draft = exampleDraft("bucket-policy", {
      consumer: { ...PROFILES.consumer, principals: ["arn:aws:iam::444455556666:root"] },
      owner: PROFILES.owner,
    });
    const world = sharing("bucket-policy", draft);
    await done(world, "account-b/apply.sh");
    const [arn = ""] = Object.keys(world.state().policies);
    world.change((state) => {
      state.roles["analytics-app"] = { arn: ROLE_ARN, trust: "{}", seconds: 3600, attached: [arn] };
    });
    const output = await done(world, "account-b/undo.sh");
    expect(SUMMARY.exec(output)?.[1]).toContain("still used by role analytics-app.");
    expect(Object.keys(world.state().policies)).toEqual([arn]);
  });

  it("leaves a user that is in a group, without its keys and policy", async () => {
    const draft = exampleDraft("iam-user", {
      owner: PROFILES.owner,
      guardrails: { sourceCidrs: ["203.0.113.0/24"], validUntil: "2027-01-31" },
      settings: { userName: "vendor-acme" },
    });
    const world = sharing("iam-user", { ...draft, consumer: { appProfile: "vendor" } });
    await done(world, "account-a/apply.sh");
    const [name = ""] = Object.keys(world.state().users);
    world.change((state) => {
      const user = state.users[name];
      if (user !== undefined) Object.assign(user, { groups: ["staff"], keys: ["AKIA1"] });
    });
    const output = await done(world, "account-a/undo.sh");
    expect(SUMMARY.exec(output)?.[1]).toBe(`  user ${name}: still used by group staff.\n`);
    expect(world.state().users[name]).toMatchObject({ keys: [] });
    expect(world.state().policies).toEqual({});
  });
});
