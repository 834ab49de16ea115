import { jsonError } from "#core/policy/json-error.ts";
import { type Reading, step } from "./reading.ts";

/** Takes away what editors, terminals and word processors put into a text; each is told. */
export function cleaned(pasted: string): Reading {
  return [
    withoutByteOrderMark,
    withoutCarriageReturns,
    withoutColors,
    withoutFence,
    withoutPercentEncoding,
  ].reduce((reading, change) => change(reading), { text: pasted, said: [] } as Reading);
}

function withoutByteOrderMark(reading: Reading): Reading {
  const text = reading.text.replace(/^\uFEFF+/, "");
  return text === reading.text
    ? reading
    : step(
        reading,
        text,
        "A byte order mark before the first character was left out; AWS refuses it.",
      );
}

function withoutCarriageReturns(reading: Reading): Reading {
  const text = reading.text.replace(/\r\n?/g, "\n");
  return text === reading.text
    ? reading
    : step(reading, text, "Windows line ends were made plain ones.");
}

/** What a terminal adds to color its output. */
function withoutColors(reading: Reading): Reading {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences begin with one
  const text = reading.text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "");
  return text === reading.text
    ? reading
    : step(reading, text, "The terminal's color codes were left out.");
}

/** As wikis and chats show code. */
function withoutFence(reading: Reading): Reading {
  const fenced = /^\s*```[A-Za-z]*\n([\s\S]*?)\n?```\s*$/.exec(reading.text);
  return fenced?.[1] === undefined
    ? reading
    : step(reading, fenced[1], "The ``` around it were left out.");
}

/** IAM's API answers with trust policies in this form; the AWS CLI decodes them. */
function withoutPercentEncoding(reading: Reading): Reading {
  const decoded = percentDecoded(reading.text);
  return decoded === undefined
    ? reading
    : step(reading, decoded, "It was URL-encoded, as IAM's API prints it, and was decoded.");
}

export function percentDecoded(text: string): string | undefined {
  if (!/^\s*%7B/i.test(text) || /\s/.test(text.trim())) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Quotes and spaces that word processors and chats put in place of JSON's own. Only where the text is
 * no JSON as it stands: inside a value these characters are somebody's data.
 */
export function withPlainQuotes(reading: Reading): Reading {
  if (jsonError(reading.text) === undefined) return reading;
  const text = reading.text.replace(/[“”„‟″]/g, '"').replace(/[\u00A0\u2007\u202F\u200B]/g, " ");
  return text === reading.text
    ? reading
    : step(
        reading,
        text,
        "Typographic quotes or spaces were made plain ones. Compare the values: a program had changed the text.",
      );
}
