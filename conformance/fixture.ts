import { test as plain } from "vitest";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { type Aws, startAws } from "./aws.ts";
import { type BundleOptions, openBundle, type SharedBundle } from "./shared-bundle.ts";

export type Open = (method: Method, draft: Draft, options?: BundleOptions) => Promise<SharedBundle>;

/**
 * What the tests against moto begin with. Servers are started once a worker; a bundle's folder is gone
 * when its test ends; and a request that neither moto nor the recorder knows fails the test, since a
 * script could take the error for an answer.
 */
export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads off the pattern what a fixture needs.
  .extend("aws", { scope: "worker" }, async ({}, { onCleanup }): Promise<Aws> => {
    const aws = await startAws();
    onCleanup(() => aws.stop());
    return aws;
  })
  .extend("open", async ({ aws }, { onCleanup }) => {
    const opened: SharedBundle[] = [];
    onCleanup(async () => {
      for (const shared of opened) shared.close();
      const unknown = await aws.unimplemented();
      if (unknown.length > 0)
        throw new Error(
          `Nothing answers ${unknown.join(", ")}: name it in conformance/lacking.ts.`,
        );
    });
    const open: Open = async (method, draft, options) => {
      const shared = await openBundle(aws, method, draft, options);
      opened.push(shared);
      return shared;
    };
    return open;
  });
