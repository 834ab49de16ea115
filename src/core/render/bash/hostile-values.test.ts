import { afterEach, describe, expect, it } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import { ACCOUNT_A, BUCKET, location } from "#core/parameters/running-example.ts";
import {
  bucketPolicyOf,
  openSharing,
  runningExample,
  type Sharing,
} from "#core/render/testing/sharing.ts";
import { freshState } from "#core/render/testing/world.ts";

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** All that a prefix may hold and a shell would like to read. */
const PREFIXES = [
  "it's/",
  '"quoted" $(touch pwned) `id`/',
  "$HOME;&|<>(){}!#/",
  "-rf/",
  "--profile=evil/",
  "file://etc/passwd/",
  "grüße [a-z]/",
  "back\\slash/",
];

describe("values that a shell or the AWS CLI would read", () => {
  it("stay what they are: prefixes, in documents and in requests", async () => {
    const draft = runningExample("bucket-policy");
    const state = freshState();
    const [app, bucket] = [state.callers["b-app"], state.buckets[BUCKET]];
    if (app === undefined || bucket === undefined) throw new Error("The example is not complete.");
    const levels = ["list", "read", "write", "delete"];
    app.grants = PREFIXES.flatMap((prefix) => levels.map((access) => ({ access, prefix })));
    bucket.objects = Object.fromEntries(PREFIXES.map((prefix) => [`${prefix}data.csv`, "x"]));
    const locations = PREFIXES.map((prefix) => location(prefix, levels));
    const world = openSharing(bucketPolicy, state, {
      ...draft,
      owner: { ...draft.owner, locations },
    });
    worlds.push(world);
    const applied = await world.run("account-a/apply.sh");
    expect(applied.status, applied.output).toBe(0);
    expect(bucketPolicyOf(world.state())).toEqual(world.document("bucket-policy"));
    const verified = await world.run("account-b/verify.sh");
    expect(verified.output).not.toContain("FAIL");
    expect(world.state().buckets[BUCKET]?.objects).toEqual(bucket.objects);
    const keys = world.state().calls.flatMap(({ args }) => args["--key"] ?? []);
    for (const prefix of PREFIXES) {
      expect(keys.filter((key) => key.startsWith(prefix)).length, prefix).toBeGreaterThan(1);
    }
  });

  it.each(["file:///etc/passwd", "https://x.example/id", "--help", "=1+2@x"])(
    "stay what they are: external ID %j",
    async (externalId) => {
      const draft = runningExample("assume-role");
      const state = freshState();
      state.roles["AcmeShareReader"] = {
        arn: `arn:aws:iam::${ACCOUNT_A}:role/AcmeShareReader`,
        trust: "{}",
        seconds: 3600,
        grants: ["list", "read"].map((access) => ({ access, prefix: "reports/" })),
        externalId,
      };
      const settings = { ...draft.settings, externalId };
      const world = openSharing(assumeRole, state, { ...draft, settings });
      worlds.push(world);
      const { status, output } = await world.run("account-b/verify.sh");
      expect(status, output).toBe(0);
      const asked = world.state().calls.filter(({ operation }) => operation === "sts assume-role");
      expect(asked.map(({ args }) => args["--external-id"])).toContain(externalId);
    },
  );
});
