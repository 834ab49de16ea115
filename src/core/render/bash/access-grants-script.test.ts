import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import type { Method } from "#core/methods/method.ts";
import { ACCOUNT_A, ACCOUNT_B, ROLE_ARN } from "#core/parameters/running-example.ts";
import type { AccessGrant } from "#core/plan/access-grants-operation.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { backupsOf, openSharing, type Sharing } from "#core/render/testing/sharing.ts";
import { type AwsState, freshState } from "#core/render/testing/world.ts";
import type { Side } from "#core/side.ts";

const region = "eu-west-1";
const INSTANCE = `arn:aws:s3:${region}:${ACCOUNT_A}:access-grants/default`;
const AT = `${ACCOUNT_A} ${region}`;
const LOCATION_ROLE = `arn:aws:iam::${ACCOUNT_A}:role/Location`;
const DIRECTORY = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
const DOCUMENT = "bucket-policy-acme-share-data";

const instance = { region, instanceArn: INSTANCE } as const;
const grant: AccessGrant = {
  region,
  locationScope: "s3://acme-share-data/",
  subPrefix: "reports/*",
  isObject: false,
  permission: "READ",
  grantee: { type: "IAM", identifier: ROLE_ARN },
};
const share = { region, name: "acme-access-grants" } as const;
const location = { region, scope: grant.locationScope } as const;

function step(id: string, side: Side, does: Operation, ...undoes: readonly Operation[]): PlanStep {
  return {
    id,
    side,
    phase: "apply",
    title: id,
    why: id,
    needs: [],
    operations: [does],
    check: [],
    undo: { kind: "operations", operations: undoes },
    documents: [],
    retries: true,
  };
}

const STEPS: readonly PlanStep[] = [
  step(
    "instance",
    "owner",
    { kind: "create-access-grants-instance", ...instance, identityCenterArn: DIRECTORY },
    { kind: "dissociate-identity-center", ...instance },
    { kind: "delete-access-grants-instance", ...instance },
  ),
  step(
    "location",
    "owner",
    { kind: "create-access-grants-location", ...location, roleArn: LOCATION_ROLE },
    { kind: "delete-access-grants-location", ...location, roleArn: LOCATION_ROLE },
  ),
  step(
    "policy",
    "owner",
    { kind: "put-instance-policy", ...instance, document: DOCUMENT },
    { kind: "restore-instance-policy", ...instance, document: DOCUMENT },
  ),
  step(
    "share",
    "owner",
    {
      kind: "create-resource-share",
      ...share,
      resourceArn: INSTANCE,
      principal: ACCOUNT_B,
      permissionArn: "arn:aws:ram::aws:permission/AWSRAMPermissionAccessGrantsData",
      allowsExternal: true,
    },
    { kind: "delete-resource-share", ...share },
  ),
  step(
    "grant",
    "owner",
    { kind: "create-access-grant", ...grant },
    { kind: "delete-access-grant", ...grant },
  ),
  step(
    "accept",
    "consumer",
    { kind: "accept-resource-share", ...share, sender: ACCOUNT_A },
    { kind: "leave-resource-share", ...share, receiver: ACCOUNT_B },
  ),
];

const METHOD: Method = {
  ...bucketPolicy,
  prepare: (draft) => ({ ...bucketPolicy.prepare(draft), plan: { steps: STEPS } }),
};

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function sharing(change: (state: AwsState) => void = () => {}): Sharing {
  const state = freshState();
  state.roles["Location"] = { arn: LOCATION_ROLE, trust: "{}", seconds: 3600 };
  change(state);
  const world = openSharing(METHOD, state);
  worlds.push(world);
  return world;
}

const MADE = [
  "s3control create-access-grants-instance",
  "s3control create-access-grants-location",
  "s3control put-access-grants-instance-resource-policy",
  "ram create-resource-share",
  "s3control create-access-grant",
];

describe("apply", () => {
  it("makes each thing once, in the location whose id AWS gave, and records every id", async () => {
    const world = sharing();
    expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual(MADE);
    const there = world.state().instances[AT];
    const [made] = there?.grants ?? [];
    expect(made).toMatchObject({
      GrantScope: "s3://acme-share-data/reports/*",
      Permission: "READ",
      Grantee: { GranteeType: "IAM", GranteeIdentifier: ROLE_ARN },
    });
    const [backup = ""] = backupsOf(world);
    const folder = join(world.folder, "account-a", backup);
    const ids = readdirSync(folder)
      .filter((name) => name.endsWith(".added"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
    expect(ids).toContain(made?.AccessGrantId);
    expect(ids).toContain(there?.locations[0]?.AccessGrantsLocationId);
    expect(ids).toContain(INSTANCE);
    const again = await world.run("account-a/apply.sh");
    expect(again).toMatchObject({ status: 0 });
    expect(again.output).toContain("Nothing had to be changed.");
    expect(world.written()).toEqual([]);
  });

  it("changes nothing in a dry run", async () => {
    const world = sharing();
    expect(await world.run("account-a/apply.sh", ["--dry-run"])).toMatchObject({ status: 0 });
    expect(await world.run("account-b/apply.sh", ["--dry-run"])).toMatchObject({ status: 0 });
    expect(world.written()).toEqual([]);
  });

  it("stops at an instance that somebody else has made", async () => {
    const world = sharing((state) => {
      state.instances[AT] = { arn: INSTANCE, identityCenter: DIRECTORY, locations: [], grants: [] };
    });
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain("this folder has no record that apply made it");
    expect(world.written()).toEqual([]);
  });

  it("does not take a location that another role stands for", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    world.change((state) => {
      const [first] = state.instances[AT]?.locations ?? [];
      if (first !== undefined) first.IAMRoleArn = `${LOCATION_ROLE}Other`;
    });
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain(`with ${LOCATION_ROLE}Other, and ${LOCATION_ROLE} was agreed`);
  });

  it("leaves another resource policy as it is, and adds to it when asked", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    await world.run("account-a/undo.sh");
    const other = {
      Sid: "Theirs",
      Effect: "Allow",
      Principal: { AWS: "777788889999" },
      Action: "s3:GetDataAccess",
      Resource: INSTANCE,
    };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [other] });
    world.change((state) => {
      state.instances[AT] = {
        arn: INSTANCE,
        identityCenter: DIRECTORY,
        policy,
        locations: [],
        grants: [],
      };
    });
    const run = await world.run("account-a/apply.sh", ["--skip-checks"]);
    expect(run.status).toBe(1);
    expect(world.state().instances[AT]?.policy).toBe(policy);
    const merged = await world.run("account-a/apply.sh", ["--skip-checks", "--merge"]);
    expect(merged).toMatchObject({ status: 0 });
    expect(JSON.parse(world.state().instances[AT]?.policy ?? "").Statement[0]).toEqual(other);
    await world.run("account-a/undo.sh");
    expect(world.state().instances[AT]?.policy).toBe(policy);
  });

  it("tries again while IAM has not spread the role", async () => {
    const world = sharing((state) => {
      state.faults.push({
        operation: "s3control create-access-grants-location",
        times: 2,
        code: "InvalidIamRole",
        message: "The specified IAM role is not valid",
      });
    });
    expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
  });

  it("accepts the invitation once it is there, and says so when it is not", async () => {
    const world = sharing();
    const early = await world.run("account-b/apply.sh");
    expect(early.status).toBe(1);
    expect(early.output).toContain("No invitation to acme-access-grants of account 111122223333");
    await world.run("account-a/apply.sh");
    world.written();
    expect(await world.run("account-b/apply.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual(["ram accept-resource-share-invitation"]);
    expect(await world.run("account-b/apply.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual([]);
    expect(await world.run("account-b/undo.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual(["ram disassociate-resource-share"]);
  });
});

describe("undo", () => {
  it("takes everything back in the order that AWS accepts", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    world.written();
    expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual([
      "s3control delete-access-grant",
      "ram delete-resource-share",
      "s3control delete-access-grants-instance-resource-policy",
      "s3control delete-access-grants-location",
      "s3control dissociate-access-grants-identity-center",
      "s3control delete-access-grants-instance",
    ]);
    expect(world.state().instances).toEqual({});
    expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual([]);
  });

  it("deletes nothing that it has no record of", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    const other = sharing((state) => {
      state.instances = world.state().instances;
      state.shares = world.state().shares;
    });
    expect(await other.run("account-a/undo.sh")).toMatchObject({ status: 0 });
    expect(other.written()).toEqual([]);
  });

  it("leaves a grant that somebody made after apply's was deleted", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    world.change((state) => {
      const [made] = state.instances[AT]?.grants ?? [];
      if (made !== undefined) made.AccessGrantId = "a1b2c3d4-5678-90ab-cdef-000000009999";
    });
    const run = await world.run("account-a/undo.sh");
    expect(run.output).toContain("somebody has made a1b2c3d4-5678-90ab-cdef-000000009999 since");
    expect(world.state().instances[AT]?.grants).toHaveLength(1);
  });

  it("leaves a location that somebody else uses by now", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    world.change((state) => {
      const there = state.instances[AT];
      const [made] = there?.grants ?? [];
      if (made !== undefined)
        there?.grants.push({ ...made, AccessGrantId: "other", Permission: "WRITE" });
    });
    world.written();
    const run = await world.run("account-a/undo.sh");
    expect(run.status, run.output).toBe(0);
    expect(run.output).toContain("Left in place: still used by grant WRITE");
    expect(world.written()).toEqual([
      "s3control delete-access-grant",
      "ram delete-resource-share",
      "s3control delete-access-grants-instance-resource-policy",
    ]);
    expect(world.state().instances[AT]?.identityCenter).toBe(DIRECTORY);
  });
});
