/** The part of JMESPath that the scripts use. */
function queried(data, query) {
  if (query === undefined) return data;
  const fields = /^\{(.*)\}$/.exec(query);
  if (fields) {
    const entries = fields[1].split(", ").map((one) => one.split(": "));
    return Object.fromEntries(entries.map(([name, from]) => [name, queried(data, from)]));
  }
  const rows = /^(\w+)\[\]\.\[(.*)\]$/.exec(query);
  if (rows?.[2] === "@") return (data[rows[1]] ?? []).map((one) => [one]);
  if (rows) return (data[rows[1]] ?? []).map((one) => queried(one, `[${rows[2]}]`));
  const list = /^(.*?)\.?\[([A-Za-z].*)\]$/.exec(query);
  if (list) {
    const from = list[1] === "" ? data : queried(data, list[1]);
    return list[2].split(",").map((name) => queried(from, name));
  }
  let found = data;
  const parts = query.match(/[A-Za-z]+|\[\d*\]/g);
  for (const [index, part] of parts.entries()) {
    if (part === "[]") {
      const rest = parts.slice(index + 1).join(".");
      return (found ?? []).map((one) => queried(one, rest));
    }
    found = part.startsWith("[") ? found?.[Number(part.slice(1, -1))] : found?.[part];
  }
  return found ?? null;
}

export function printed(result, args) {
  const found = queried(result, args["--query"]);
  if (args["--output"] !== "text") return JSON.stringify(found, null, 4);
  const text = (one) =>
    one === null ? "None" : one === true ? "True" : one === false ? "False" : one;
  const line = (one) => (Array.isArray(one) ? one.map(text).join("\t") : text(one));
  if (Array.isArray(found) && Array.isArray(found[0])) return found.map(line).join("\n");
  return line(found);
}
