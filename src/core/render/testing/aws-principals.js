/** Refuses a policy that is none, or that names a role which is not there. */
export function checkPrincipals({ state, refuse }, text, code, message) {
  const parsed =
    parsedPolicy(text) ??
    refuse("MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'");
  const principals = [parsed.Statement].flat().flatMap((one) => [one.Principal?.AWS ?? []].flat());
  for (const arn of principals) {
    const role = /^arn:[a-z-]+:iam::(\d+):role\/(?:.*\/)?(.+)$/.exec(arn);
    if (role && state.roles[role[2]]?.arn !== arn) refuse(code, message);
  }
}

function parsedPolicy(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
