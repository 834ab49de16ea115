import { arnSegments } from "#core/proof/arn-pattern.ts";

/**
 * The types of resource that a pattern can stand for. `*` runs across `/`, so that a bucket's ARN
 * with a wildcard also stands for objects.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function resourceTypesOf(pattern: string): readonly string[] | "every" {
  if (pattern === "*") return "every";
  const [, , service = "", , , rest = ""] = arnSegments(pattern) ?? [];
  if (/[*?]/.test(service)) return "every";
  if (service === "s3") return s3Types(rest);
  const [type = ""] = rest.split(/[/:]/, 1);
  if (/[*?]/.test(type)) return "every";
  return [type];
}

function s3Types(rest: string): readonly string[] | "every" {
  if (rest.startsWith("access-grants/default/grant/")) return ["accessgrant"];
  if (rest.startsWith("access-grants/default/location/")) return ["accessgrantslocation"];
  if (rest.startsWith("access-grants/")) return ["accessgrantsinstance"];
  if (rest.startsWith("accesspoint/")) {
    return rest.includes("/object/") ? ["accesspointobject"] : ["accesspoint"];
  }
  if (rest.includes("/")) return ["object"];
  return /[*?]/.test(rest) ? ["bucket", "object"] : ["bucket"];
}
