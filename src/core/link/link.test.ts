import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checksum } from "#core/link/address.ts";
import { MAX_UNFOLDED_BYTES } from "#core/link/compressed.ts";
import { linkFragment, MAX_LINK_CHARACTERS, openLink } from "#core/link/link.ts";
import { SAMPLE_DRAFT, SAMPLE_METHOD } from "#core/link/sample-method.ts";
import type { Draft } from "#core/parameters/parameter.ts";

const METHODS = [SAMPLE_METHOD];
const FRAGMENT = linkFragment(SAMPLE_METHOD, SAMPLE_DRAFT, { step: "review", side: "consumer" });
const LINK = `https://share.example.com/s3/#${FRAGMENT}`;
/** As it arrives: the profile of account A's admin has stayed at home. */
const ARRIVED: Draft = { ...SAMPLE_DRAFT, owner: { ...SAMPLE_DRAFT.owner, profile: "" } };

function opened(text: string) {
  const link = openLink(text, METHODS);
  if (link.kind !== "opened") throw new Error(link.kind === "none" ? "none" : link.message);
  return link;
}

function refused(text: string) {
  const link = openLink(text, METHODS);
  if (link.kind !== "refused") throw new Error(link.kind);
  return link;
}

function sealed(query: string) {
  return `#/sample?${query}&c=${checksum("sample", query)}`;
}

describe("a link", () => {
  it("keeps the form of version 1 for ever", () => {
    expect(FRAGMENT).toMatchInlineSnapshot(
      `"/sample/review?v=1&as=consumer&owner=012345678901&region=eu-west-1&loc=acme-share-data,reports/;acme-share-data,in%20box/,read:write&buckets=sse-kms,arn:aws:kms:eu-west-1:012345678901:key/1234abcd-12ab-34cd-56ef-1234567890ab,yes&consumer=444455556666&principals=arn:aws:iam::444455556666:role/analytics-app,arn:aws:iam::444455556666:user/team%2Ba/o%27neil%40example.com&c=bc9c9bf0"`,
    );
  });

  it("opens what version 1 wrote", () => {
    const link = opened(
      "#/sample/review?v=1&as=consumer&owner=012345678901&loc=acme-share-data,reports/;,in%20box/,read:write&c=354f5436",
    );
    expect(link.side).toBe("consumer");
    expect(link.step).toBe("review");
    expect(link.draft.owner).toEqual({
      ...SAMPLE_METHOD.emptyDraft().owner,
      account: "012345678901",
      locations: [
        { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] },
        { bucket: "", prefix: "in box/", access: ["read", "write"] },
      ],
    });
  });

  it("brings back the draft, the step and the side", () => {
    expect(opened(LINK)).toEqual({
      kind: "opened",
      method: SAMPLE_METHOD,
      draft: ARRIVED,
      step: "review",
      side: "consumer",
      repairs: [],
      warnings: [],
    });
  });

  it("leaves out what has no link key", () => {
    expect(LINK).not.toContain("admin");
    expect(opened(LINK).draft.owner["profile"]).toBe("");
  });

  it("leaves out defaults, and everything when nothing was typed", () => {
    expect(linkFragment(SAMPLE_METHOD, SAMPLE_METHOD.emptyDraft(), { step: "owner" })).toBe(
      "/sample/owner",
    );
    expect(linkFragment(SAMPLE_METHOD, SAMPLE_METHOD.emptyDraft())).toBe("/sample");
  });

  it("leaves out what is hidden, in fields and in cells", () => {
    const draft: Draft = {
      ...SAMPLE_METHOD.emptyDraft(),
      owner: { buckets: [{ encryption: "sse-s3", keyArn: "left over", versioned: false }] },
      guardrails: { tlsOnly: false, minTlsVersion: "1.2", validUntil: "" },
    };
    const fragment = linkFragment(SAMPLE_METHOD, draft);
    expect(fragment).toMatch(/^\/sample\?v=1&buckets=;&tls=no&c=/);
  });

  it("is compressed when it would be longer than 2,000 characters", () => {
    const principals = Array.from(
      { length: 200 },
      (_, index) => `arn:aws:iam::444455556666:role/teams/analytics-app-${index}`,
    );
    const draft = { ...ARRIVED, consumer: { ...ARRIVED.consumer, principals } };
    const fragment = linkFragment(SAMPLE_METHOD, draft, { side: "owner" });
    expect(fragment).toMatch(/^\/sample\?v=1&as=owner&z=deflate:[\w-]+&c=[0-9a-f]{8}$/);
    expect(fragment.length).toBeLessThan(2_000);
    expect(opened(`#${fragment}`).draft).toEqual(draft);
  });
});

describe("an address without values", () => {
  it.each(["", "#", "#/", "#/sample", "#/sample/review", "#/sample/review?", "hello", "#main"])(
    "%j is no link",
    (text) => {
      expect(openLink(text, METHODS)).toEqual({ kind: "none" });
    },
  );
});

describe("a mangled link", () => {
  const wrapped = encodeURIComponent(LINK);
  it.each([
    ["its # escaped", LINK.replace("#", "%23"), ["“%23” was read as “#”."]],
    ["its # lost", LINK.replace("#/", ""), ["The missing “#” was put back."]],
    ["&amp; for &", LINK.replaceAll("&", "&amp;"), ["“&amp;” was read as “&”."]],
    ["&amp;amp; for &", LINK.replaceAll("&", "&amp;amp;"), ["“&amp;” was read as “&”."]],
    ["escapes escaped", LINK.replaceAll("%", "%25"), [expect.stringContaining("escaped twice")]],
    ["+ for spaces", LINK.replaceAll("%20", "+"), ["“+” was read as a space."]],
    [
      "%2B for spaces",
      LINK.replaceAll("%20", "%2B").replace("team%2Ba", "team+a"),
      ["“%2B” was read as a space.", expect.stringContaining("in another way")],
    ],
    ["+ unescaped", LINK.replaceAll("%2B", "+"), [expect.stringContaining("in another way")]],
    ["a full stop after it", `${LINK}.`, [expect.stringContaining("followed")]],
    ["a bracket after it", `<${LINK}>`, [expect.stringContaining("followed")]],
    ["quotes around it", `"${LINK}",`, [expect.stringContaining("followed")]],
    ["tracking after it", `${LINK}&utm_source=mail`, [expect.stringContaining("followed")]],
    [
      "line breaks inside",
      LINK.replace(/.{70}/g, "$&\r\n"),
      [expect.stringContaining("Line breaks")],
    ],
    [
      "line breaks in a quoted mail",
      `> ${LINK.replace(/.{60}/g, "$&\n> ")}`,
      [expect.stringContaining("Line breaks")],
    ],
    [
      "quoted-printable",
      LINK.replaceAll("=", "=3D").replace(/.{70}/g, "$&=\n"),
      [expect.stringContaining("quoted-printable")],
    ],
    [
      "Outlook's wrapper",
      `https://eur01.safelinks.protection.outlook.com/?url=${wrapped}&data=05%7C02%7C&reserved=0`,
      [expect.stringContaining("wrapper")],
    ],
    [
      "Google's wrapper",
      `https://www.google.com/url?q=${wrapped}&sa=D&source=docs`,
      [expect.stringContaining("wrapper")],
    ],
    [
      "the fragment escaped as a whole",
      `https://share.example.com/#${encodeURIComponent(FRAGMENT)}`,
      [expect.stringContaining("as a whole")],
    ],
    ["an upper-case scheme", LINK.replace("https://share", "HTTPS://SHARE"), []],
    ["text around it", `The link:\n${LINK}\nBest, Ann`, [expect.stringContaining("followed")]],
    ["nothing before the #", `#${FRAGMENT}`, []],
    ["lower-case escapes", LINK.replace("%2B", "%2b"), [expect.stringContaining("another way")]],
    [
      "several at once",
      `${LINK.replace("#", "%23").replaceAll("&", "&amp;").replaceAll("%20", "%2520")}.`,
      expect.arrayContaining(["“%23” was read as “#”.", "“&amp;” was read as “&”."]),
    ],
  ])("with %s opens, and says what was mended", (_, text, repairs) => {
    const link = opened(text);
    expect(link.draft).toEqual(ARRIVED);
    expect(link.side).toBe("consumer");
    expect(link.repairs).toEqual(repairs);
  });
});

describe("a damaged link", () => {
  it("is refused when cut off, showing what could be read", () => {
    const link = refused(LINK.slice(0, LINK.indexOf("&consumer=") + 14));
    expect(link.message).toMatch(/cut off/);
    expect(link.draft?.owner["account"]).toBe("012345678901");
  });

  it("is refused when altered", () => {
    expect(refused(LINK.replace("012345678901", "012345678902")).message).toMatch(/was changed/);
  });

  it("never opens as another draft, whichever character is missing", () => {
    const outcomes = [...LINK].map((_, index) => {
      const link = openLink(LINK.slice(0, index) + LINK.slice(index + 1), METHODS);
      if (link.kind === "opened") expect(link.draft).toEqual(ARRIVED);
      return link.kind;
    });
    expect(new Set(outcomes)).toEqual(new Set(["opened", "refused"]));
  });

  it("never opens as another draft, wherever it is cut", () => {
    for (let length = 0; length < LINK.length; length += 1) {
      const link = openLink(LINK.slice(0, length), METHODS);
      expect(link.kind, LINK.slice(0, length)).not.toBe("opened");
      if (length > LINK.indexOf("?") + 1) expect(link.kind).toBe("refused");
    }
  });

  it("of a newer version says so", () => {
    expect(refused(sealed("v=2&owner=012345678901"))).toEqual({
      kind: "refused",
      message: expect.stringContaining("newer version"),
    });
  });

  it("for a method that is not there says so", () => {
    const query = "v=1&owner=012345678901";
    const text = `#/other?${query}&c=${checksum("other", query)}`;
    expect(refused(text).message).toMatch(/method “other”/);
  });

  it("that unfolds without end is refused", () => {
    const bomb = deflateSync(new Uint8Array(50 * MAX_UNFOLDED_BYTES), { level: 9 });
    const link = sealed(`v=1&z=deflate:${Buffer.from(bomb).toString("base64url")}`);
    expect(link.length).toBeLessThan(MAX_LINK_CHARACTERS);
    expect(refused(link).message).toMatch(/was changed/);
  });

  it("that is too long is not read", () => {
    expect(refused(`${LINK}${"&x=1".repeat(MAX_LINK_CHARACTERS / 4)}`).message).toMatch(/too long/);
  });

  it("with a thousand and one rows has no such value", () => {
    expect(opened(sealed(`v=1&loc=${";".repeat(1_001)}`)).warnings).toHaveLength(1);
  });
});

describe("a link with a fitting checksum", () => {
  it("tells what this version does not know", () => {
    const link = opened(sealed("v=1&owner=012345678901&colour=blue"));
    expect(link.draft.owner["account"]).toBe("012345678901");
    expect(link.warnings).toEqual([expect.stringContaining("“colour”")]);
  });

  it.each(["tls=maybe", "buckets=sse-s3,,maybe", "buckets=a,b,yes,more"])(
    "tells what cannot be read in %s",
    (pair) => {
      const link = opened(sealed(`v=1&${pair}`));
      expect(link.warnings).toHaveLength(1);
      expect(link.draft).toEqual(SAMPLE_METHOD.emptyDraft());
    },
  );

  it("uses the first of two values, and says so", () => {
    const link = opened(sealed("v=1&owner=012345678901&owner=999999999999"));
    expect(link.draft.owner["account"]).toBe("012345678901");
    expect(link.warnings).toHaveLength(1);
  });

  it("reaches nothing but declared parameters", () => {
    const link = opened(sealed("v=1&__proto__=x&constructor=y"));
    expect(link.draft).toEqual(SAMPLE_METHOD.emptyDraft());
    expect(link.warnings).toHaveLength(2);
  });
});
