import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksum } from "#core/link/address.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const AGREEMENT = {
  format: "s3-handshake/agreement",
  version: 1,
  method: "bucket-policy",
  owner: {
    account: "111122223333",
    region: "eu-west-1",
    locations: [{ bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] }],
    profile: "account-a-admin",
  },
  consumer: {
    account: "444455556666",
    principals: ["arn:aws:iam::444455556666:role/analytics-app"],
  },
};

let home = "";
let file = "";

/** Built from these sources, wherever an older build may lie. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "s3-handshake cli-"));
  file = join(home, "agreement.json");
  writeFileSync(file, JSON.stringify(AGREEMENT));
  cpSync(join(ROOT, "bin"), join(home, "bin"), { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "type": "module" }');
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const place = ["--config", "vite.cli.config.ts", "--outDir", join(home, "dist-cli")];
  const built = spawnSync(process.execPath, [vite, "build", ...place], { cwd: ROOT });
  if (built.status !== 0) throw new Error(built.stderr.toString());
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

function handshake(args: readonly string[], input = "") {
  const script = join(home, "bin", "s3-handshake.js");
  const ran = spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8" });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

/** Paths below a folder with their text, sorted. */
function tree(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "utf8")]);
}

describe("s3-handshake", () => {
  it("explains itself", () => {
    const { status, out } = handshake(["--help"]);
    expect(status).toBe(0);
    for (const command of ["bundle", "check", "link", "evaluate"]) expect(out).toContain(command);
  });

  it("says its version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(handshake(["--version"])).toEqual({ status: 0, out: `${version}\n`, err: "" });
  });

  it.each([
    [[], "Say what to do"],
    [["toString"], "no command “toString”"],
    [["check"], "needs a link or an agreement.json"],
    [["check", "a", "b"], "Put a link in quotes"],
    [["check", "a", "--zip"], "does not take --zip"],
    [["bundle", "a"], "needs -o DIR"],
    [["bundle", "a", "-o"], "argument missing"],
    [["link", "a", "--for", "someone"], "not “someone”"],
    [["link", "a", "--base", "nowhere"], "is no address"],
    [["evaluate", "cases.jsonl"], "standard input"],
    [["check", "--wat"], "Unknown option '--wat'"],
  ])("is misused as %j: exit status 2 and what to do", (args, message) => {
    const { status, out, err } = handshake(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("--help");
  });

  it("says what to do when it was never built and nothing is installed", () => {
    const bare = join(home, "bare");
    mkdirSync(bare);
    cpSync(join(home, "bin"), join(bare, "bin"), { recursive: true });
    const script = join(bare, "bin", "s3-handshake.js");
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("npm ci");
  });
});

describe("s3-handshake check", () => {
  it("passes an agreement that is complete", () => {
    const { status, out } = handshake(["check", file]);
    expect(out).toContain("0 errors");
    expect(out).toMatch(/^Use the shared data: (\d+) of \1 as agreed$/m);
    expect(out).toMatch(/^\d+ questions, all answered as agreed\.$/m);
    expect(status).toBe(0);
  });

  it("names what is wrong, where, and exits with 1", () => {
    const wrong = { ...AGREEMENT, consumer: { ...AGREEMENT.consumer, account: "4444" } };
    const { status, out } = handshake(["check", "-"], JSON.stringify(wrong));
    expect(status).toBe(1);
    expect(out).toMatch(/^error: consumer\.account: .+\./m);
  });

  it("keeps what AWS refuses apart from what we advise against", () => {
    const ended = {
      ...AGREEMENT,
      guardrails: { validUntil: "2020-01-31" },
    };
    const { status, out } = handshake(["check", "-"], JSON.stringify(ended));
    expect(out).toMatch(/^What AWS refuses: nothing$/m);
    expect(out).toMatch(
      /^What we advise against:\n {2}warning: guardrails\.validUntil: The access ended .+\n {4}.+\n {4}https:\/\/docs\.aws/m,
    );
    expect(status).toBe(0);
  });

  it("says what of a file it left out", () => {
    const { err } = handshake(["check", "-"], JSON.stringify({ ...AGREEMENT, colour: "blue" }));
    expect(err).toContain("note: “colour”");
  });

  it.each([
    ["a file that is not there", "nothing.json", "There is no file nothing.json"],
    ["a link that was cut off", "https://example.com/#/bucket-policy?v=1&owner=1", "cut off"],
    ["an address without values", "https://example.com/#/bucket-policy", "carries no values"],
    ["a folder without a bundle", import.meta.dirname, "it is no bundle"],
  ])("refuses %s", (_, source, message) => {
    const { status, out, err } = handshake(["check", source]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(message);
  });

  it("refuses JSON that is no agreement", () => {
    const { status, err } = handshake(["check", "-"], "{}");
    expect(status).toBe(1);
    expect(err).toContain("no agreement file");
  });
});

describe("s3-handshake check of a bundle's folder", () => {
  function bundleIn(name: string) {
    const folder = join(home, name);
    expect(handshake(["bundle", file, "-o", folder]).status).toBe(0);
    const document = join(folder, "account-a", "01-bucket-policy-acme-share-data.json");
    const edit = (from: string | RegExp, to: string) =>
      writeFileSync(document, readFileSync(document, "utf8").replace(from, to));
    return { folder, edit };
  }

  it("proves the documents that are there, and finds the bundle's proof in order", () => {
    const { folder } = bundleIn("proven");
    const { status, out, err } = handshake(["check", folder]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("all answered as agreed");
  });

  it("explains what a document edited by hand changes, and exits with 1", () => {
    const { folder, edit } = bundleIn("edited");
    edit("s3:GetObject", "s3:PutObject");
    const { status, out, err } = handshake(["check", folder]);
    expect(status).toBe(1);
    expect(err).toContain("note: proof.json is not what these files prove");
    expect(out).toMatch(
      /^unexpected: Use the shared data: Read objects in acme-share-data\/reports\//m,
    );
    expect(out).toContain("Account A's bucket policy does not allow this principal s3:GetObject");
    expect(out).toContain("Allow: account-a/01-bucket-policy-acme-share-data.json, ");
    expect(out).toMatch(/^\d+ answers are not as agreed, of \d+ questions\.$/m);
  });

  it("says what AWS would refuse, and that a document is gone", () => {
    const { folder, edit } = bundleIn("broken");
    edit(/^\{/, "");
    const refused = handshake(["check", folder]);
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(
      /^ {2}error: account-a\/01-.*: The document is not JSON\. Line 2, column 12: .*$/m,
    );
    rmSync(join(folder, "account-b", "01-identity-policy.json"));
    const gone = handshake(["check", folder]);
    expect(gone.status).toBe(1);
    expect(gone.err).toContain("account-b/01-identity-policy.json is not in");
  });
});

describe("s3-handshake link", () => {
  it("prints one line that opens as the other side, without the profile", () => {
    const base = "https://share.example.com/s3/#/old";
    const { status, out } = handshake(["link", file, "--for", "consumer", "--base", base]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^https:\/\/share\.example\.com\/s3\/#\/bucket-policy\/review\?v=1&as=consumer&.*&c=[0-9a-f]{8}\n$/,
    );
    expect(out).not.toContain("account-a-admin");
    expect(handshake(["check", out.trim()]).status).toBe(0);
  });

  it("mends a mangled link, and says so", () => {
    const link = handshake(["link", file]).out.trim();
    const mended = handshake(["link", `<${link.replaceAll("&", "&amp;")}>`]);
    expect(mended.out.trim()).toBe(link);
    expect(mended.err).toContain("note: “&amp;” was read as “&”.");
  });
});

describe("s3-handshake bundle", () => {
  it("writes both accounts' files, the same each time, from the file and from its link", () => {
    const first = join(home, "first");
    const second = join(home, "second");
    const { status, out } = handshake(["bundle", file, "-o", first]);
    expect(status).toBe(0);
    expect(handshake(["bundle", file, "-o", second]).status).toBe(0);
    const files = tree(first);
    expect(files).toEqual(tree(second));
    const paths = files.map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(["README.md", "agreement.json", "manifest.json"]));
    expect(paths.some((path) => path.startsWith("account-a/"))).toBe(true);
    expect(paths.some((path) => path.startsWith("account-b/"))).toBe(true);
    expect(out.trim().split("\n")).toHaveLength(paths.length);
    for (const path of paths.filter((name) => name.endsWith(".sh"))) {
      expect(statSync(join(first, path)).mode & 0o111, path).not.toBe(0);
    }
  });

  it("does not touch a directory that has something in it, unless forced", () => {
    const folder = join(home, "taken");
    mkdirSync(folder);
    writeFileSync(join(folder, "mine.txt"), "mine");
    const refused = handshake(["bundle", file, "-o", folder]);
    expect(refused.status).toBe(1);
    expect(refused.err).toContain("is not empty");
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
    expect(handshake(["bundle", file, "-o", folder, "--force"]).status).toBe(0);
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "README.md"))).toBe(true);
  });

  it("writes one zip, the same each time", () => {
    const zips = ["zip-1", "zip-2"].map((name) => {
      const folder = join(home, name);
      expect(handshake(["bundle", file, "-o", folder, "--zip"]).status).toBe(0);
      const [zip = "", ...others] = readdirSync(folder);
      expect(zip).toMatch(/\.zip$/);
      expect(others).toEqual([]);
      return readFileSync(join(folder, zip));
    });
    expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true);
    expect(zips[0]?.subarray(0, 2).toString()).toBe("PK");
  });

  it("writes nothing while values are missing, and names them", () => {
    const folder = join(home, "incomplete");
    const query = "v=1&owner=111122223333";
    const link = `#/bucket-policy?${query}&c=${checksum("bucket-policy", query)}`;
    const { status, err } = handshake(["bundle", link, "-o", folder]);
    expect(status).toBe(1);
    expect(err).toMatch(/^error: consumer\.account: /m);
    expect(existsSync(folder)).toBe(false);
  });

  it("says so when it cannot write", () => {
    const { status, err } = handshake(["bundle", file, "-o", file]);
    expect(status).toBe(1);
    expect(err).toContain("could not be written");
  });
});

describe("s3-handshake evaluate", () => {
  const input = {
    principalArn: "arn:aws:sts::444455556666:assumed-role/analytics-app/session",
    action: "s3:GetObject",
    resourceArn: "arn:aws:s3:::acme-share-data/reports/a.csv",
    resourceAccount: "111122223333",
    context: {},
    identityPolicies: [],
  };

  it("prints one decision a line, in order, and ignores other fields", () => {
    const lines = ["one", 2].map((id) => JSON.stringify({ id, tags: ["x"], input }));
    expect(handshake(["evaluate"], `${lines.join("\r\n")}\n\n`)).toEqual({
      status: 0,
      out: '{"id":"one","decision":"implicitDeny"}\n{"id":2,"decision":"implicitDeny"}\n',
      err: "",
    });
  });

  it("answers a line that it cannot read with an error, goes on, and exits with 1", () => {
    const lines = ["no json", '{"id":"bare"}', JSON.stringify({ id: "\u2028", input })];
    const { status, out } = handshake(["evaluate"], lines.join("\n"));
    expect(status).toBe(1);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: null, error: "This line is no JSON object." },
      { id: "bare", error: expect.stringContaining("input") },
      { id: "\u2028", decision: "implicitDeny" },
    ]);
  });
});

describe("bundle --existing-bucket-policy", () => {
  const existing = {
    Version: "2012-10-17",
    Id: "theirs",
    Statement: [
      {
        Sid: "Partner",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::777788889999:root" },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::acme-share-data/partner/*",
      },
    ],
  };
  const policyIn = (folder: string): { Id: string; Statement: { Sid: string }[] } =>
    JSON.parse(
      readFileSync(join(folder, "account-a", "01-bucket-policy-acme-share-data.json"), "utf8"),
    );
  const save = (name: string, content: string | Buffer) => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };

  it("writes the merged whole, and says what it changes", () => {
    const answer = JSON.stringify({ Policy: JSON.stringify(existing) });
    const utf16 = Buffer.from(`\uFEFF${answer}`, "utf16le");
    for (const [name, content] of [
      ["plain", answer],
      ["utf16", utf16],
    ] as const) {
      const there = save(`there-${name}.json`, content);
      const folder = join(home, `merged-${name}`);
      const ran = handshake(["bundle", file, "-o", folder, "--existing-bucket-policy", there]);
      expect(ran.status).toBe(0);
      expect(policyIn(folder).Id).toBe("theirs");
      expect(policyIn(folder).Statement[0]).toEqual(existing.Statement[0]);
      expect(policyIn(folder).Statement.length).toBeGreaterThan(2);
      expect(ran.err).toContain("nobody loses anything.");
      expect(ran.err).toContain("gains");
    }
  });

  it("takes BUCKET=FILE", () => {
    const there = save("named.json", JSON.stringify(existing));
    const folder = join(home, "named");
    const given = `acme-share-data=${there}`;
    expect(
      handshake(["bundle", file, "-o", folder, "--existing-bucket-policy", given]).status,
    ).toBe(0);
    expect(policyIn(folder).Id).toBe("theirs");
  });

  it.each<readonly [string, string, unknown, RegExp]>([
    [
      "a Deny that defeats the sharing",
      "--existing-bucket-policy",
      {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
            Action: "s3:*",
            Resource: "arn:aws:s3:::acme-share-data/*",
          },
        ],
      },
      /error: .*Statement 1 denies role analytics-app/,
    ],
    ["text that is no policy", "--existing-bucket-policy", { a: 1 }, /no policy here/],
    ["a policy that has no place", "--existing-key-policy", existing, /puts no key policy/],
  ])("refuses %s", (name, option, content, message) => {
    const there = save(`${name}.json`, JSON.stringify(content));
    const folder = join(home, name);
    const ran = handshake(["bundle", file, "-o", folder, option, there]);
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(message);
    expect(existsSync(folder)).toBe(false);
  });

  it("tells of older versions, which stay unless --replace-older names one of their Sids", () => {
    const older = {
      Sid: "XacctReadReports",
      Effect: "Allow",
      Principal: { AWS: ["arn:aws:iam::444455556666:role/loader"] },
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::acme-share-data/reports/*"],
    };
    const there = save(
      "older.json",
      JSON.stringify({ ...existing, Statement: [...existing.Statement, older] }),
    );
    const ran = (folder: string, ...more: readonly string[]) =>
      handshake(["bundle", file, "-o", folder, "--existing-bucket-policy", there, ...more]);
    const [kept, gone, none] = ["kept", "gone", "none"].map((name) => join(home, name)) as [
      string,
      string,
      string,
    ];
    const told = ran(kept);
    expect(told.err).toMatch(
      /XacctReadReports for role loader of 444455556666 looks like an older version of ours, and stays. To replace: --replace-older XacctReadReports/,
    );
    expect(JSON.stringify(policyIn(kept))).toContain("loader");
    const replaced = ran(gone, "--replace-older", "XacctReadReports");
    expect(replaced.err).toContain("Role loader of 444455556666 loses GetObject");
    expect(JSON.stringify(policyIn(gone))).not.toContain("loader");
    expect(policyIn(gone).Statement[0]).toEqual(existing.Statement[0]);
    expect(ran(none, "--replace-older", "Partner")).toMatchObject({
      status: 1,
      err: expect.stringContaining(
        "only these look like an older version of this sharing: XacctReadReports.",
      ),
    });
    expect(existsSync(none)).toBe(false);
  });

  it("refuses a file that is not there, and two for one document", () => {
    const folder = join(home, "refused");
    const option = "--existing-bucket-policy";
    expect(handshake(["bundle", file, "-o", folder, option, "nowhere.json"])).toMatchObject({
      status: 1,
      err: expect.stringContaining("There is no file nowhere.json."),
    });
    const there = save("twice.json", JSON.stringify(existing));
    const ran = handshake(["bundle", file, "-o", folder, option, there, option, there]);
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining("two files") });
  });
});
