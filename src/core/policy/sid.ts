/** Begins every Sid of ours, so that they are found again among other statements. */
const SID_START = "Xacct";

/** AWS sets no limit in writing; a hundred is accepted everywhere. */
const SID_MAX = 100;

/** Letters and digits of a name, each part capitalised: `acme-share-data` becomes `AcmeShareData`. */
export function wordsOf(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/**
 * Statement ids of one document: only letters and digits, which identity policies demand, and
 * each once. The same names in the same order always give the same ids.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function uniqueSids(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted = (SID_START + wordsOf(name)).slice(0, SID_MAX);
    let sid = wanted;
    for (let count = 2; taken.has(sid.toLowerCase()); count += 1) {
      sid = `${wanted.slice(0, SID_MAX - 6)}${count}`;
    }
    taken.add(sid.toLowerCase());
    return sid;
  });
}

/** Whether a statement carries a Sid of ours; what it says is another question. */
export function isOurSid(sid: string): boolean {
  return sid.startsWith(SID_START);
}
