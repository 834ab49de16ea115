import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linkFragment, openLink } from "#core/link/link.ts";
import { agreementFile, readAgreementFile } from "#core/parameters/agreement-file.ts";
import { ACCOUNT_A, onS3, roleSession } from "#core/parameters/running-example.ts";
import { canonicalJson } from "#core/policy/canonical.ts";
import { isPolicy, type SharingDocument } from "#core/policy/document.ts";
import { documentText } from "#core/policy/document-text.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import { ALLOW_ALL, decide, policyOn } from "#core/proof/testing/decide-case.ts";
import { findMethod, METHODS } from "./index.ts";
import type { CaseRequest, Method, MethodCase, Prepared } from "./method.ts";

const HERE = import.meta.dirname;
const FOLDERS = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const CASES = new Map<string, readonly MethodCase[]>(
  await Promise.all(
    FOLDERS.map(async (folder) => {
      const module = (await import(`./${folder}/cases.ts`)) as { cases: readonly MethodCase[] };
      return [folder, module.cases] as const;
    }),
  ),
);

const EXAMPLES_FOLDER = join(HERE, "..", "..", "..", "examples");
const EXAMPLES = readdirSync(EXAMPLES_FOLDER).filter((name) => name.endsWith(".json"));

it("finds method folders", () => {
  expect(FOLDERS.length).toBeGreaterThan(1);
});

describe.each(FOLDERS)("%s", (folder) => {
  const method = findMethod(folder) as Method;
  const cases = CASES.get(folder) ?? [];

  it("is in the list", () => {
    expect(METHODS.map(({ id }) => id)).toContain(folder);
  });

  it("has a guide with its sources", () => {
    expect(method.guide.length).toBeGreaterThan(1500);
    expect(method.guide).toMatch(/https:\/\/docs\.aws\.amazon\.com\//);
  });

  it("has a golden file for each case and no other", () => {
    const files = readdirSync(join(HERE, folder, "golden"));
    expect(files.toSorted()).toEqual(cases.map(({ name }) => `${name}.json`).toSorted());
  });

  it("gives every parameter that travels a key of its own in links", () => {
    const keys = method.parameters.flatMap(({ linkKey }) => (linkKey === null ? [] : [linkKey]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z][a-z-]+$/.test(key))).toEqual([]);
  });

  it("has an example that each parameter takes", () => {
    for (const { id, control, example, schema } of method.parameters) {
      if (control.kind !== "text" && control.kind !== "date") continue;
      expect(schema.safeParse(example).success, `${id}: ${example}`).toBe(true);
    }
  });

  it("has at least twelve cases, each with its own name", () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it("asks for every parameter in one step", () => {
    const asked = method.steps.flatMap(({ parameters }) => parameters);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(method.parameters.map(({ id }) => id));
  });

  describe.each(cases)("$name", (one) => {
    const prepared = method.prepare(one.draft);

    it("is complete", () => {
      expect(prepared.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(prepared.complete).toBe(true);
    });

    it("keeps its golden documents and plan", async () => {
      await expect(goldenText(prepared)).toMatchFileSnapshot(
        join(HERE, folder, "golden", `${one.name}.json`),
      );
    });

    it("allows what must be allowed", () => {
      expect(one.mustAllow.length).toBeGreaterThan(0);
      for (const request of one.mustAllow) {
        expect(decide(request, prepared.documents, one), told(request)).toBe("allowed");
      }
    });

    it("denies what must be denied, whatever account B's admin allows", () => {
      expect(one.mustDeny.length).toBeGreaterThan(0);
      for (const request of one.mustDeny) {
        expect(decide(request, prepared.documents, one), told(request)).not.toBe("allowed");
        expect(
          decide(request, prepared.documents, one, { consumerIsAdmin: true }),
          told(request),
        ).not.toBe("allowed");
      }
    });

    it("has no idle document", () => {
      for (const document of prepared.documents.filter(grantsOrDenies)) {
        const others = prepared.documents.filter((other) => other !== document);
        const broken =
          one.mustAllow.some((request) => decide(request, others, one) !== "allowed") ||
          one.mustDeny.some((request) => decide(request, others, one) === "allowed");
        expect(broken, `${document.id} is needed`).toBe(true);
      }
    });

    it("does not lock account A's admin out", () => {
      const partition = prepared.agreement.partition;
      const admin = roleSession("Admin", { account: ACCOUNT_A, partition });
      for (const { bucket } of prepared.agreement.owner.buckets) {
        for (const key of ["", "any/key"]) {
          const request = onS3(admin, key === "" ? "PutBucketPolicy" : "PutObject", key, {
            bucket,
            partition,
          });
          const resource = policyOn(request.resourceArn, prepared.documents, one);
          expect(
            evaluate(request, {
              identity: [{ document: "admin", policy: ALLOW_ALL }],
              ...(resource === undefined ? {} : { resource: { document: "r", policy: resource } }),
            }).decision,
          ).toBe("allowed");
        }
      }
    });

    it("makes no bucket public, so that Block Public Access can stay on", () => {
      for (const { kind, policy } of prepared.documents) {
        if (kind !== "bucket-policy") continue;
        const { statements, problems } = compilePolicy(
          { document: "one", policy },
          "bucket policy",
        );
        expect(problems).toEqual([]);
        expect(isPublicBucketPolicy(statements)).toBe(false);
      }
    });

    it("names no other partition", () => {
      const { partition } = prepared.agreement;
      const text = prepared.documents.map(documentText).join() + JSON.stringify(prepared.plan);
      const partitions = [...text.matchAll(/\barn:([a-z-]+):/g)].map((match) => match[1]);
      expect(partitions.length).toBeGreaterThan(0);
      expect(new Set(partitions)).toEqual(new Set([partition]));
    });

    it("comes back from a link and from an agreement file as it went in", () => {
      const fragment = linkFragment(method, prepared.draft, { side: "consumer", step: "review" });
      const link = openLink(`#${fragment}`, METHODS);
      expect(link).toMatchObject({ kind: "opened", repairs: [], warnings: [] });
      if (link.kind !== "opened") return;
      expect(method.prepare(link.draft).documents).toEqual(prepared.documents);
      const file = readAgreementFile(agreementFile(prepared.draft), METHODS);
      expect(file).toMatchObject({ ok: true, warnings: [] });
      if (file.ok) expect(method.prepare(file.draft).plan).toEqual(prepared.plan);
    });

    it("has an ordered plan with an undo for every step", () => {
      const done = new Set<string>();
      for (const step of prepared.plan.steps) {
        for (const need of step.needs) expect(done, `${step.id} needs ${need}`).toContain(need);
        expect(done).not.toContain(step.id);
        done.add(step.id);
        if (step.phase === "apply") expect(step.undo.kind).toBe("operations");
        if (step.undo.kind === "operations") expect(step.undo.operations).not.toEqual([]);
        else expect(step.undo.reason).not.toBe("");
        expect(step.operations).not.toEqual([]);
      }
    });

    it("puts every document in place in exactly one step", () => {
      const placed = prepared.plan.steps.flatMap(({ documents }) => documents);
      expect(placed.toSorted()).toEqual(prepared.documents.map(({ id }) => id).toSorted());
      for (const step of prepared.plan.steps) {
        for (const id of step.documents) {
          expect(prepared.documents.find((document) => document.id === id)?.side).toBe(step.side);
        }
      }
    });

    it("draws arrows between nodes that are there, from documents that are there", () => {
      const nodes = new Set(prepared.picture.nodes.map(({ id }) => id));
      const documents = new Set(prepared.documents.map(({ id }) => id));
      expect(nodes.size).toBe(prepared.picture.nodes.length);
      expect(prepared.picture.arrows.length).toBeGreaterThan(0);
      for (const arrow of prepared.picture.arrows) {
        expect(nodes).toContain(arrow.from);
        expect(nodes).toContain(arrow.to);
        expect(arrow.documents.length).toBeGreaterThan(0);
        for (const id of arrow.documents) expect(documents).toContain(id);
      }
    });

    it("gives every document its own id and file", () => {
      const ids = prepared.documents.map(({ id }) => id);
      const files = prepared.documents.map(({ side, fileName }) => `${side}/${fileName}`);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(files).size).toBe(files.length);
    });
  });
});

describe.each(EXAMPLES)("examples/%s", (name) => {
  const text = readFileSync(join(EXAMPLES_FOLDER, name), "utf8");
  const opened = readAgreementFile(text, METHODS);

  it("opens without a warning and is complete", () => {
    expect(opened).toMatchObject({ ok: true, warnings: [] });
    if (!opened.ok) return;
    const prepared = findMethod(opened.draft.method)?.prepare(opened.draft);
    expect(prepared?.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(prepared?.complete).toBe(true);
  });

  it("is told in a title and a description", () => {
    const { title, description } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    expect(title).toEqual(expect.stringMatching(/\S{3}/));
    expect(description).toEqual(expect.stringMatching(/\.$/));
  });
});

it("has an example named for each method", () => {
  for (const folder of FOLDERS) expect(EXAMPLES).toContain(`${folder}.json`);
});

/** Documents and plan as a reader wants to see them change. */
function goldenText({ documents, plan, issues }: Prepared): string {
  return `${JSON.stringify(
    {
      documents: documents.map((document) =>
        isPolicy(document)
          ? { ...document, policy: JSON.parse(canonicalJson(document.policy)) }
          : document,
      ),
      warnings: issues.map(({ message }) => message),
      plan: plan.steps,
    },
    null,
    2,
  )}\n`;
}

/** Those that decide requests; a manifest does not. */
function grantsOrDenies(document: SharingDocument): boolean {
  return isPolicy(document) || document.kind === "access-control-list";
}

function told(request: CaseRequest): string {
  return `${request.principalArn} ${request.action} ${request.resourceArn} ${JSON.stringify(request.context)}`;
}
