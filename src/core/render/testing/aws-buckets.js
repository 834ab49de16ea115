import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkPrincipals } from "./aws-principals.js";

// What the stand-in for the AWS CLI knows of buckets and objects.

/** @param {{state: any, args: any, caller: any, operands: string[], folder: string, refuse: (code: string, message: string) => never}} world */
export function bucketAnswers({ state, args, caller, operands, folder, refuse }) {
  const bucket = state.buckets[args["--bucket"]];
  const isOwner = bucket && caller.account === bucket.owner && caller.grants === undefined;

  function granted(access, path) {
    if (isOwner) return;
    const who = caller.grants ?? [];
    const has = who.some((grant) => grant.access === access && path.startsWith(grant.prefix));
    if (!has) refuse("AccessDenied", "Access Denied");
  }

  /** An ACL that nobody has set. */
  function acl(target) {
    const ID = state.canonicalIds[bucket.owner];
    return (
      target ?? {
        Owner: { ID },
        Grants: [{ Grantee: { ID, Type: "CanonicalUser" }, Permission: "FULL_CONTROL" }],
      }
    );
  }

  function newAcl() {
    if (bucket.ownership === "BucketOwnerEnforced")
      refuse("AccessControlListNotSupported", "The bucket does not allow ACLs");
    if (args["--acl"] === "private") return undefined;
    const list = JSON.parse(args["--access-control-policy"]);
    if (list.Owner.ID !== state.canonicalIds[bucket.owner]) refuse("AccessDenied", "Access Denied");
    // S3 answers with display names, which it does not take.
    return { ...list, Owner: { ...list.Owner, DisplayName: "acme" } };
  }

  return {
    "s3api get-bucket-policy": () =>
      bucket.policy === undefined
        ? refuse("NoSuchBucketPolicy", "The bucket policy does not exist")
        : { Policy: bucket.policy },
    "s3api put-bucket-policy": () => {
      checkPrincipals(
        { state, refuse },
        args["--policy"],
        "MalformedPolicy",
        "Invalid principal in policy",
      );
      // S3 hands a policy back without white space.
      bucket.policy = JSON.stringify(JSON.parse(args["--policy"]));
    },
    "s3api delete-bucket-policy": () => {
      delete bucket.policy;
    },
    "s3api get-bucket-policy-status": () => ({
      PolicyStatus: { IsPublic: bucket.public ?? false },
    }),
    "s3api get-bucket-ownership-controls": () =>
      bucket.ownership === undefined
        ? refuse("OwnershipControlsNotFoundError", "The bucket ownership controls were not found")
        : { OwnershipControls: { Rules: [{ ObjectOwnership: bucket.ownership }] } },
    "s3api put-bucket-ownership-controls": () => {
      const text = args["--ownership-controls"];
      const wanted = text.startsWith("{") ? JSON.parse(text).Rules[0].ObjectOwnership : text;
      const others = acl(bucket.acl).Grants.some(({ Grantee }) => Grantee.ID !== acl().Owner.ID);
      if (wanted === "BucketOwnerEnforced" && others)
        refuse(
          "InvalidBucketAclWithObjectOwnership",
          "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
        );
      bucket.ownership = wanted;
    },
    "s3api get-bucket-acl": () => acl(bucket.acl),
    "s3api put-bucket-acl": () => {
      bucket.acl = newAcl();
    },
    "s3api get-object-acl": () => {
      if (bucket.objects[args["--key"]] === undefined)
        refuse("NoSuchKey", "The specified key does not exist.");
      return acl(bucket.acls?.[args["--key"]]);
    },
    "s3api put-object-acl": () => {
      if (bucket.objects[args["--key"]] === undefined)
        refuse("NoSuchKey", "The specified key does not exist.");
      bucket.acls = { ...bucket.acls, [args["--key"]]: newAcl() };
    },
    "s3api get-bucket-encryption": () => ({
      ServerSideEncryptionConfiguration: {
        Rules: [
          { ApplyServerSideEncryptionByDefault: bucket.encryption ?? { SSEAlgorithm: "AES256" } },
        ],
      },
    }),
    "s3api get-public-access-block": () => ({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    }),
    "s3api list-objects-v2": () => {
      granted("list", args["--prefix"] ?? "");
      const keys = Object.keys(bucket.objects).filter((key) =>
        key.startsWith(args["--prefix"] ?? ""),
      );
      return keys.length === 0 ? { KeyCount: 0 } : { Contents: keys.map((Key) => ({ Key })) };
    },
    "s3api get-object": () => {
      granted("read", args["--key"]);
      if (bucket.objects[args["--key"]] === undefined)
        refuse("NoSuchKey", "The specified key does not exist.");
      const text = bucket.objects[args["--key"]];
      writeFileSync(resolve(folder, operands[0]), args["--range"] ? "x" : text);
      return { ContentLength: text.length };
    },
    "s3api put-object": () => {
      granted("write", args["--key"]);
      if (args["--content-md5"]) refuse("BadDigest", "The Content-MD5 you specified did not match");
      if (args["--if-none-match"] === "*" && bucket.objects[args["--key"]] !== undefined)
        refuse(
          "PreconditionFailed",
          "At least one of the pre-conditions you specified did not hold",
        );
      bucket.objects[args["--key"]] = args["--body"]
        ? readFileSync(resolve(folder, args["--body"]), "utf8")
        : "";
      return { ETag: "e" };
    },
    "s3api delete-object": () => {
      granted("delete", args["--key"]);
      delete bucket.objects[args["--key"]];
    },
  };
}
