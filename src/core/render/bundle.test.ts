import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Prepared } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import type { Edits } from "#core/policy/edits.ts";
import { TWO_ACCOUNTS } from "#core/side.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { CASES } from "./testing/cases.ts";
import { LINK, runningExample } from "./testing/sharing.ts";
import { zipBundle } from "./zip.ts";

const NO_EDITS: Edits = new Map();
const PREPARED = bucketPolicy.prepare(runningExample("bucket-policy"));

function made(edits: Edits = NO_EDITS): Bundle {
  const outcome = bundle(PREPARED, { link: LINK, edits });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** The sharing that the agreement file in the bundle of a sharing opens as. */
function reopen(prepared: Prepared, name: string): Prepared {
  const outcome = bundle(prepared, { link: LINK, edits: NO_EDITS });
  expect(outcome, name).toMatchObject({ ok: true });
  const text = outcome.ok ? (outcome.value.files.get("agreement.json") ?? "") : "";
  const opened = readAgreementFile(text, METHODS);
  expect(opened, name).toMatchObject({ ok: true, warnings: [] });
  return prepared.method.prepare(opened.ok ? opened.draft : prepared.draft);
}

describe("bundle", () => {
  it("has the files of both sides, sorted", () => {
    expect([...made().files.keys()]).toMatchInlineSnapshot(`
      [
        "README.md",
        "account-a/01-bucket-policy-acme-share-data.json",
        "account-a/02-key-policy-1234abcd-12ab-34cd-56ef-1234567890ab.json",
        "account-a/apply.ps1",
        "account-a/apply.sh",
        "account-a/undo.ps1",
        "account-a/undo.sh",
        "account-b/01-identity-policy.json",
        "account-b/apply.ps1",
        "account-b/apply.sh",
        "account-b/undo.ps1",
        "account-b/undo.sh",
        "account-b/verify.ps1",
        "account-b/verify.sh",
        "agreement.json",
        "findings.md",
        "manifest.json",
        "proof.json",
        "proof.md",
      ]
    `);
  });

  it("is named after method and accounts", () => {
    expect(made().name).toBe("s3-handshake-bucket-policy-111122223333-444455556666");
  });

  it("can be made of every case, and its agreement opens again", () => {
    expect(CASES.length).toBeGreaterThan(24);
    for (const { name, prepared } of CASES) {
      const reopened = reopen(prepared, name);
      // A bundle is made of nothing but the sharing, so the same sharing makes the same bundle.
      expect(reopen(reopened, name), name).toEqual(reopened);
    }
  });

  it("calls the consumer what the method calls it, in every file", () => {
    const others = CASES.filter(
      ({ prepared }) => prepared.method.sides.consumer !== TWO_ACCOUNTS.consumer,
    );
    expect(others.length).toBeGreaterThan(11);
    for (const { name, prepared } of others) {
      const outcome = bundle(prepared, { link: LINK, edits: NO_EDITS });
      if (!outcome.ok) throw new Error(outcome.message);
      for (const [path, text] of outcome.value.files) {
        expect(text.match(/.*account B\b.*/i)?.[0], `${name}: ${path}`).toBeUndefined();
      }
      const readme = outcome.value.files.get("README.md");
      expect(readme, name).toContain(prepared.method.sides.consumer.name);
    }
  });

  it("lists every other file with its digest", () => {
    const { files } = made();
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    expect(manifest).toMatchObject({ format: "s3-handshake/bundle", version: 1, link: LINK });
    expect(manifest.files.map(({ path }) => path)).toEqual(
      [...files.keys()].filter((path) => path !== "manifest.json"),
    );
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = Buffer.from(files.get(path) ?? "", "utf8");
      expect(bytes).toBe(content.length);
      expect(sha256).toBe(createHash("sha256").update(content).digest("hex"));
    }
  });

  it("carries the link in every file that can say what made it", () => {
    for (const [path, text] of made().files) {
      const isPolicy = /account-[ab]\/\d\d-.*\.json$/.test(path);
      // A proof comes out of agreement and documents alone, whoever works it out.
      const isByItself = path === "agreement.json" || path === "proof.json";
      if (!isPolicy && !isByItself) expect(text, path).toContain(LINK);
    }
  });

  it("bundles a document as it was edited by hand, and says so", () => {
    const [document] = PREPARED.documents;
    if (document === undefined) throw new Error("There is no document.");
    const edited = '{"Version":"2012-10-17","Statement":[]}';
    const { files } = made(new Map([[document.id, edited]]));
    expect(files.get(`account-a/${document.fileName}`)).toBe(`${edited}\n`);
    expect(files.get("README.md")).toContain("## Edited by hand");
    expect(made().files.get("README.md")).not.toContain("## Edited by hand");
  });

  it("says what AWS would refuse and what we advise against, of the documents as they are bundled", () => {
    const [document] = PREPARED.documents;
    const edited = JSON.stringify(document?.policy).replaceAll("s3:GetObject", "s3:ListObjects");
    const { files } = made(new Map([[document?.id ?? "", edited]]));
    const [, refused = "", advised = ""] = (files.get("findings.md") ?? "").split("\n## ");
    expect(refused).toContain("What AWS refuses");
    expect(refused).toContain("There is no action s3:ListObjects. Use s3:ListBucket.");
    expect(advised).toContain("What we advise against");
    expect(advised).not.toContain("s3:ListObjects");
    expect(
      made()
        .files.get("findings.md")
        ?.match(/^Nothing\.$/gm),
    ).toHaveLength(2);
  });

  it("is refused while an edited document cannot be used", () => {
    const [document] = PREPARED.documents;
    const edits = new Map([[document?.id ?? "", "{"]]);
    expect(bundle(PREPARED, { link: LINK, edits })).toMatchObject({
      ok: false,
      message: expect.stringContaining("Line 1, column 2"),
    });
  });

  it("is refused while values are missing, and names the first", () => {
    const empty = bucketPolicy.prepare(bucketPolicy.emptyDraft());
    expect(bundle(empty, { link: LINK, edits: NO_EDITS })).toMatchObject({
      ok: false,
      message: `There is no bundle yet: values are missing or wrong. ${empty.issues[0]?.message}`,
    });
  });
});

describe("zipBundle", () => {
  it("has the bundle's files in one folder", () => {
    const { name, files } = made();
    const unzipped = unzipSync(zipBundle(made()));
    expect(
      new Map(Object.entries(unzipped).map(([path, bytes]) => [path, strFromU8(bytes)])),
    ).toEqual(new Map([...files].map(([path, text]) => [`${name}/${path}`, text])));
  });

  it("is the same to the byte in any time zone", () => {
    const before = process.env["TZ"];
    const zips = ["UTC", "Asia/Tokyo", "America/St_Johns"].map((zone) => {
      process.env["TZ"] = zone;
      return createHash("sha256").update(zipBundle(made())).digest("hex");
    });
    process.env["TZ"] = before;
    expect(new Set(zips).size).toBe(1);
  });

  it("marks the scripts for bash as executable, and nothing else", () => {
    const modes = modesIn(zipBundle(made()));
    expect(modes.size).toBe(made().files.size);
    for (const [path, mode] of modes) {
      expect(mode.toString(8), path).toBe(path.endsWith(".sh") ? "100755" : "100644");
    }
  });
});

/** Unix modes from the central directory of a zip. */
function modesIn(zip: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const modes = new Map<string, number>();
  for (let at = 0; at + 46 < zip.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = strFromU8(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    modes.set(name, view.getUint32(at + 38, true) >>> 16);
  }
  return modes;
}
