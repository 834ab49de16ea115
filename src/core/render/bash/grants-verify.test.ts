import { afterEach, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { exampleDraft, location } from "#core/parameters/running-example.ts";
import { openSharing, type Sharing } from "#core/render/testing/sharing.ts";
import { freshState, PROFILES } from "#core/render/testing/world.ts";

const NAME = "AcmeAccessGrantsLocation";
const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

it("verifies with the credentials of the grant, and sees when they do more", async () => {
  const method = findMethod("access-grants") as Method;
  const example = exampleDraft(method.id, {
    owner: { ...PROFILES.owner, locations: [location("reports/", ["list", "read", "write"])] },
    settings: { roleName: NAME },
  });
  const world = openSharing(method, freshState(), {
    ...example,
    consumer: { ...example.consumer, ...PROFILES.consumer },
  });
  worlds.push(world);
  expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
  expect(await world.run("account-b/apply.sh")).toMatchObject({ status: 0 });
  // What the policy of the role says, in the words of the stand-in.
  const agreed = ["list", "read", "write"].map((access) => ({ access, prefix: "reports/" }));
  const setGrants = (grants: typeof agreed) =>
    world.change((state) => {
      const role = state.roles[NAME];
      if (role !== undefined) role.grants = grants;
    });
  setGrants(agreed);
  const run = await world.run("account-b/verify.sh");
  expect(run.output).not.toContain("FAIL");
  expect(run.output).toContain("PASS  READWRITE for s3://acme-share-data/reports/* is given");
  expect(run.output).toContain("PASS  no credentials are given for another prefix");
  expect(run).toMatchObject({ status: 0 });
  setGrants([...agreed, { access: "delete", prefix: "reports/" }]);
  const more = await world.run("account-b/verify.sh");
  expect(more.status).toBe(1);
  expect(more.output).toContain("FAIL  acme-share-data/reports/ cannot be deleted from");
});
