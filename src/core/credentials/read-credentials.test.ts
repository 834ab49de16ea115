import { describe, expect, it } from "vitest";
import { readCredentials } from "./read-credentials.ts";

const KEY = "ASIAIOSFODNN7EXAMPLE";
const LONG_TERM = "AKIAIOSFODNN7EXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const TOKEN = `IQoJb3JpZ2luX2VjE${"aB3/+".repeat(60)}==`;
const ENDS = "2026-11-22T12:00:00+00:00";
const NOW = Date.parse("2026-11-22T11:00:00Z") / 1000;

const read = (text: string, now = NOW) => readCredentials(text, now);
const message = (text: string, now = NOW) => {
  const outcome = read(text, now);
  return outcome.ok ? "" : outcome.message;
};
const CREDENTIALS = { accessKeyId: KEY, secretAccessKey: SECRET, sessionToken: TOKEN };

const env = (prefix: string, quote = "") =>
  [
    ["AWS_ACCESS_KEY_ID", KEY],
    ["AWS_SECRET_ACCESS_KEY", SECRET],
    ["AWS_SESSION_TOKEN", TOKEN],
    ["AWS_CREDENTIAL_EXPIRATION", ENDS],
  ]
    .map(([name, value]) => `${prefix}${name}=${quote}${value}${quote}`)
    .join("\n");
const fish = env("").replace(/^(\w+)=(.*)$/gm, 'set -gx $1 "$2"');
const shape = {
  AccessKeyId: KEY,
  SecretAccessKey: SECRET,
  SessionToken: TOKEN,
  Expiration: ENDS,
};
const section = `[default]
aws_access_key_id = ${KEY}
aws_secret_access_key=${SECRET}
aws_session_token = ${TOKEN}
region = eu-west-1`;

const FORMATS: readonly (readonly [string, string])[] = [
  ["--format env", env("export ")],
  ["--format env-no-export", env("")],
  ["--format powershell", env("$Env:", '"')],
  ["--format windows-cmd", env("set ")],
  ["cmd with the whole assignment in quotes", env("set ").replace(/^set (.*)$/gm, 'set "$1"')],
  ["--format fish", fish],
  ["--format process", JSON.stringify({ Version: 1, ...shape }, null, 4)],
  ["assume-role", JSON.stringify({ Credentials: shape, AssumedRoleUser: { Arn: "arn:…" } })],
  [
    "sso get-role-credentials",
    JSON.stringify({
      roleCredentials: {
        accessKeyId: KEY,
        secretAccessKey: SECRET,
        sessionToken: TOKEN,
        expiration: Date.parse(ENDS),
      },
    }),
  ],
  ["a section of the credentials file", section],
  ["a section without its head", section.split("\n").slice(1).join("\n")],
  ["single quotes", env("export ", "'")],
  ["Windows line ends", env("export ").replaceAll("\n", "\r\n")],
  ["old Macintosh line ends", env("export ").replaceAll("\n", "\r")],
  ["a byte order mark", `\uFEFF${env("$Env:", '"')}`],
  ["blank lines and indentation", `\n\n${env("   export ").replaceAll("\n", "\n\n")}\n\n`],
  ["comments", `# mine\n; too\nREM and here\n${env("")}`],
  [
    "the command copied with it",
    `$ aws configure export-credentials --format env\n${env("export ")}`,
  ],
  [
    "JSON below a prompt",
    `PS C:\\> aws configure export-credentials\r\n${JSON.stringify(shape, null, 2)}`,
  ],
  ["all on one line with semicolons", env("export ").replaceAll("\n", "; ")],
  ["all on one line for one command", env("").replaceAll("\n", " ")],
  ["other variables around", `${env("export ")}\nexport AWS_REGION=eu-west-1\nexport PAGER=less`],
  ["the older name of the token", env("export ").replace("SESSION_TOKEN", "SECURITY_TOKEN")],
  ["the same said twice", `${env("export ")}\n${env("export ")}`],
];

describe("what the AWS CLI prints", () => {
  it.each(FORMATS)("understands %s", (_, text) => {
    expect(read(text)).toEqual({ ok: true, value: { credentials: CREDENTIALS, longTerm: false } });
  });

  it("tells long-term keys", () => {
    expect(read(`AWS_ACCESS_KEY_ID=${LONG_TERM}\nAWS_SECRET_ACCESS_KEY=${SECRET}`)).toEqual({
      ok: true,
      value: {
        credentials: { accessKeyId: LONG_TERM, secretAccessKey: SECRET },
        longTerm: true,
      },
    });
  });
});

const without = (name: string) =>
  env("export ")
    .split("\n")
    .filter((line) => !line.includes(name))
    .join("\n");

const BROKEN: readonly (readonly [string, string, string])[] = [
  ["nothing", " \n", "Paste what aws configure export-credentials prints."],
  ["an essay", "word ".repeat(20_000), "far longer than credentials"],
  ["something else", "hello", "Line 1 is not understood"],
  ["half of a JSON", JSON.stringify(shape).slice(0, -9), "This JSON is not complete"],
  ["a JSON list", "{}", "No credentials are in this JSON"],
  [
    "a caller's identity",
    '{"UserId":"A","Account":"111122223333","Arn":"arn:aws:iam::1:x"}',
    "account ID above",
  ],
  ["no access key ID", without("ACCESS_KEY_ID"), "The access key ID is missing"],
  ["no secret", without("SECRET"), "The secret access key is missing"],
  ["no session token", without("TOKEN"), "The session token is missing"],
  [
    "a secret cut off",
    env("export ").replace(SECRET, SECRET.slice(0, 31)),
    "On line 2 the secret access key has 31 characters of 40",
  ],
  [
    "a token cut off",
    env("export ").replace(TOKEN, TOKEN.slice(0, 20)),
    "On line 3 the session token was cut off",
  ],
  [
    "a token broken into lines",
    env("export ").replace(
      TOKEN,
      `${TOKEN.slice(0, 90)}\n${TOKEN.slice(90, 180).replaceAll("=", "")}`,
    ),
    "Line 4 is not understood. If it goes on",
  ],
  [
    "a token with a blank",
    env("export ").replace(TOKEN, `${TOKEN.slice(0, 90)} ${TOKEN.slice(90)}`),
    "On line 3 the session token has characters that none has",
  ],
  [
    "a secret with a line feed in JSON",
    JSON.stringify({ ...shape, SecretAccessKey: `${SECRET}\r\nx: y` }),
    "In this JSON the secret access key has characters",
  ],
  [
    "a header in the token",
    JSON.stringify({ ...shape, SessionToken: `${TOKEN}\r\nx-evil: 1` }),
    "the session token has characters",
  ],
  [
    "a user's unique ID",
    env("").replace(KEY, "AIDAIOSFODNN7EXAMPLE"),
    "unique ID of something else",
  ],
  [
    "another access key ID",
    env("").replace(KEY, "asiaiosfodnn7example"),
    "begins with ASIA or AKIA and has 20",
  ],
  ["mixed sets", env("").replace(KEY, LONG_TERM), "two sets of credentials are mixed"],
  [
    "two different keys",
    `${env("")}\nAWS_ACCESS_KEY_ID=ASIAIOSFODNN7OTHER12`,
    "Line 5 gives AWS_ACCESS_KEY_ID a second time",
  ],
  ["two profiles", `${section}\n[b]\naws_access_key_id=ASIAIOSFODNN7OTHER12`, "several profiles"],
  [
    "a profile without keys",
    "[profile a]\nrole_arn = arn:x\nsource_profile = b",
    "--profile with its name",
  ],
  [
    "keys from the prototype",
    '{"__proto__":{"AccessKeyId":"ASIA"},"constructor":"x"}',
    "No credentials are in this JSON",
  ],
];

describe("what is wrong", () => {
  it.each(BROKEN)("says so for %s", (_, text, said) => {
    expect(message(text)).toContain(said);
  });

  it.each([
    [ENDS, 60, "1 minute"],
    [ENDS, 3 * 3600, "3 hours"],
    ["2026-11-22T12:00:00Z", 72 * 3600, "3 days"],
  ])("says how long ago they ended (%s, %d s)", (ends, seconds, words) => {
    const text = env("").replace(ENDS, ends);
    const end = Date.parse("2026-11-22T12:00:00Z") / 1000;
    expect(message(text, end + seconds)).toContain(`These credentials ended ${words} ago`);
    expect(message(text, end - 1)).toBe("");
  });

  it("does not mind an end that is no time", () => {
    expect(read(env("").replace(ENDS, "soon")).ok).toBe(true);
  });

  it("repeats nothing of what was pasted", () => {
    const parts = [KEY, SECRET, TOKEN].flatMap((text) => [
      text,
      text.slice(0, 12),
      text.slice(-12),
    ]);
    const texts = [
      ...BROKEN.map(([, text]) => text),
      ...FORMATS.map(([, text]) => text),
      ...FORMATS.flatMap(([, text]) => [
        text.slice(0, text.length / 2),
        text.replace("_KEY", SECRET),
      ]),
      `${SECRET}=${KEY}`,
      `set ${SECRET}`,
    ];
    for (const text of texts) {
      const said = message(text, NOW + 7200);
      for (const part of parts) expect(said).not.toContain(part);
    }
  });

  it("takes no long time for hostile texts", () => {
    for (const part of [
      " ",
      "aws_a",
      "export ",
      '"',
      "\\",
      "aws ",
      "= ",
      "[",
      "$env:",
      "# > % $ ",
    ]) {
      expect(read(part.repeat(39_000 / part.length)).ok).toBe(false);
    }
  });
});
