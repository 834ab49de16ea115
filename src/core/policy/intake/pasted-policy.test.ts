import { describe, expect, it } from "vitest";
import {
  BUCKET_POLICIES,
  KEY_DEFAULT,
  LOG_DELIVERY,
  PUBLIC_READ,
  TRUST,
} from "#core/policy/testing/awkward-policies.ts";
import { PASTED_POLICY_MAX_CHARACTERS, pastedPolicy } from "./pasted-policy.ts";
import type { Wanted } from "./policy-shape.ts";

const BUCKET: Wanted = { kind: "bucket-policy", bucket: "acme-share-data" };
const ROLE: Wanted = { kind: "trust-policy" };
const KEY: Wanted = { kind: "key-policy" };

function read(pasted: string, wanted = BUCKET) {
  const outcome = pastedPolicy(pasted, wanted);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function refusal(pasted: string, wanted = BUCKET) {
  const outcome = pastedPolicy(pasted, wanted);
  if (outcome.ok) throw new Error(`understood: ${outcome.value.text}`);
  return outcome;
}

const compact = JSON.stringify(JSON.parse(LOG_DELIVERY));
const COMMAND =
  "$ aws s3api get-bucket-policy --bucket acme-share-data --query Policy --output text";
const typographic = LOG_DELIVERY.replace(/"([^"]*)"/g, "“$1”");
const role = { Role: { RoleName: "x", Arn: "arn:aws:iam::111122223333:role/x" } };

describe("reads what the tools print", () => {
  it.each<readonly [string, string, RegExp]>([
    ["--output text", compact, /one line/],
    ["get-bucket-policy", JSON.stringify({ Policy: compact }, null, 4), /element Policy/],
    ["--query Policy", JSON.stringify(compact), /in quotes/],
    ["the policy as an object", JSON.stringify({ Policy: JSON.parse(compact) }), /element Policy/],
    ["the escaped inside", JSON.stringify(compact).slice(1, -1), /escaped/],
    ["a byte order mark", `\uFEFF${LOG_DELIVERY}`, /byte order mark/],
    ["Windows line ends", LOG_DELIVERY.replaceAll("\n", "\r\n"), /line ends/],
    ["typographic quotes", typographic, /Typographic/],
    ["no-break spaces", LOG_DELIVERY.replaceAll("  ", "\u00A0\u00A0"), /spaces/],
    ["a code fence", `\`\`\`json\n${LOG_DELIVERY}\n\`\`\``, /```/],
    ["the command above", `${COMMAND}\n${compact}`, /above the output/],
    [
      "a command over lines",
      `ann@host:~$ aws s3api get-bucket-policy \\\n  --bucket acme-share-data\n${compact}`,
      /above the output/,
    ],
    ["the prompt below", `${LOG_DELIVERY}\nann@host:~/policies$ `, /below the output/],
    ["PowerShell's prompt below", `${LOG_DELIVERY}\nPS C:\\Users\\ann> `, /below the output/],
    ["CloudShell", `${LOG_DELIVERY}\n[cloudshell-user@ip-10-2-3-4 ~]$ `, /below the output/],
    ["the prompt on the same line", `${compact}\nann@host:~$`, /below the output/],
    ["a pager", `${LOG_DELIVERY}\n(END)`, /below the output/],
    ["colors", `\u001b[1m${LOG_DELIVERY}\u001b[0m`, /color/],
    [
      "all at once",
      `\uFEFF${COMMAND}\r\n${JSON.stringify({ Policy: compact })}\r\nPS C:\\> `,
      /mark/,
    ],
  ])("%s", (_name, pasted, said) => {
    const { text, said: sentences } = read(pasted);
    expect(JSON.parse(text)).toEqual(JSON.parse(LOG_DELIVERY));
    expect(sentences.join("\n")).toMatch(said);
  });

  it("leaves a document as it is, and says nothing", () => {
    for (const text of Object.values(BUCKET_POLICIES).filter((one) => one.includes("\n"))) {
      expect(read(text)).toEqual({ text, said: [] });
      expect(read(`\n${text}\n`).text).toBe(text);
    }
  });

  it("keeps numbers, escapes and unknown elements of a laid out line as they were written", () => {
    const line = String.raw`{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-share-data\/\u00e9*","Condition":{"NumericLessThan":{"s3:max-keys":1.50}},"Odd":[]}]}`;
    const { text } = read(line);
    expect(text).toContain("1.50");
    expect(text).toContain(String.raw`\/\u00e9*`);
    expect(text).toContain('"Odd": []');
    expect(JSON.parse(text)).toEqual(JSON.parse(line));
  });

  it("a trust policy as get-role and IAM's API print it", () => {
    const object = JSON.stringify(
      { Role: { ...role.Role, AssumeRolePolicyDocument: JSON.parse(TRUST) } },
      null,
      4,
    );
    const encoded = encodeURIComponent(JSON.stringify(JSON.parse(TRUST)));
    const inAnswer = JSON.stringify({
      Role: { ...role.Role, AssumeRolePolicyDocument: encoded },
    });
    for (const pasted of [object, encoded, `"${encoded}"`, inAnswer, TRUST]) {
      expect(JSON.parse(read(pasted, ROLE).text)).toEqual(JSON.parse(TRUST));
    }
    expect(read(object, ROLE).text).toBe(JSON.stringify(JSON.parse(TRUST), null, 4));
  });

  it("a key policy as get-key-policy prints it", () => {
    const answer = JSON.stringify({ Policy: KEY_DEFAULT, PolicyName: "default" });
    expect(read(answer, KEY).text).toBe(KEY_DEFAULT);
  });

  it("keeps curly quotes that are data", () => {
    const quoted = PUBLIC_READ.replace("Everybody", "“Everybody”");
    expect(read(quoted)).toEqual({ text: quoted, said: [] });
  });
});

describe("refuses, and says where and what", () => {
  it.each<readonly [string, string, RegExp]>([
    ["nothing", " \n", /choose “Nothing there yet”/],
    ["None", "None\n", /--query found nothing/],
    [
      "no policy there",
      "An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist",
      /no bucket policy.*Nothing there yet/,
    ],
    [
      "an unknown error",
      "An error occurred (SlowDown) when calling the GetBucketPolicy operation: Reduce your rate",
      /SlowDown/,
    ],
    ["YAML", "Policy: '{}'\n", /YAML/],
    ["XML", "<Policy/>", /XML/],
    ["a list", "[]", /a list/],
    ["a number", "42", /no policy here/],
    ["other JSON", '{"LocationConstraint":"eu-west-1"}', /no policy here/],
    ["a missing bracket", PUBLIC_READ.slice(0, -2), /^Line 12, column 4: a comma or } /],
    ["no statements", '{"Statement":[]}', /^Line 1, column 14: .*no statement/],
    ["a text as statements", '{"Statement":"all"}', /must be a list/],
    ["no Effect", '{"Statement":[{"Principal":"*"}]}', /Effect of statement 1/],
    [
      "the policy of a role",
      '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
      /names no Principal/,
    ],
    ["a trust policy", TRUST, /trust policy. Paste the bucket policy/],
    ["a key policy", KEY_DEFAULT, /key policy. Paste the bucket policy/],
    ["another bucket's", PUBLIC_READ.replace("acme-share-data", "acme-other"), /acme-other/],
    ["two policies", `${PUBLIC_READ}\n${PUBLIC_READ}`, /^Line 14, column 1: the end/],
    ["prose below", `${PUBLIC_READ}\nis what we have`, /^Line 14, column 1: the end/],
    ["a cut answer", '{"Policy":"{\\"Version\\":"}', /cut off/],
  ])("%s", (_name, pasted, message) => {
    expect(refusal(pasted).message).toMatch(message);
  });

  it("counts lines as they were pasted", () => {
    const broken = PUBLIC_READ.replace('"Effect": "Allow",', '"Effect": "Allow"');
    expect(refusal(`${COMMAND}\r\n${broken.replaceAll("\n", "\r\n")}`)).toMatchObject({ line: 9 });
    expect(refusal(broken)).toMatchObject({ line: 8, column: 7 });
  });

  it("more than 1 MiB without looking at it", () => {
    const long = " ".repeat(PASTED_POLICY_MAX_CHARACTERS + 1);
    expect(refusal(long).message).toMatch(/1 MiB/);
  });

  it("nesting without end", () => {
    const deep = `{"Statement":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    expect(refusal(deep).message).toMatch(/nested deeper/);
  });
});

it("notices names that stand twice", () => {
  const twice = PUBLIC_READ.replace(
    '"Effect": "Allow",',
    '"Effect": "Deny",\n      "Effect": "Allow",',
  );
  expect(read(twice).said).toEqual([expect.stringMatching(/“Effect” stands twice.*lines 7, 8/)]);
});
