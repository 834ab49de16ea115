// What the stand-in for the AWS CLI knows of S3 Access Grants and of AWS RAM.

/** @param {{state: any, args: any, caller: any, refuse: (code: string, message: string) => never}} world */
export function accessGrantsAnswers({ state, args, caller, refuse }) {
  state.instances ??= {};
  state.shares ??= {};
  const region = args["--region"];
  const account = args["--account-id"];
  const accountRegion = `${account} ${region}`;
  const found = state.instances[accountRegion];

  const asked = (option, value) => args[option] === undefined || args[option] === value;
  const nextId = () => {
    state.lastId = (state.lastId ?? 0) + 1;
    return `a1b2c3d4-5678-90ab-cdef-${String(state.lastId).padStart(12, "0")}`;
  };
  const own = () => {
    if (caller.account !== account) refuse("AccessDenied", "Access Denied");
  };
  const instance = () => {
    own();
    return (
      found ?? refuse("AccessGrantsInstanceNotExistsError", "Access Grants instance does not exist")
    );
  };
  const described = ({ arn, identityCenter }) => ({
    AccessGrantsInstanceArn: arn,
    ...(identityCenter && { IdentityCenterInstanceArn: identityCenter }),
  });
  const roleArnOf = ({ arn }) => {
    const [, name] = /assumed-role\/([^/]+)\//.exec(arn) ?? [];
    return name === undefined ? arn : state.roles[name]?.arn;
  };
  const isSharedWith = (consumer) => {
    const policy = found.policy === undefined ? [] : JSON.parse(found.policy).Statement;
    const byPolicy = policy.some((one) => [one.Principal.AWS].flat().includes(consumer));
    const shares = Object.values(state.shares);
    return (
      byPolicy ||
      shares.some((one) => one.resource === found.arn && one.principal === consumer && one.accepted)
    );
  };
  const covers = (scope, target) =>
    scope.endsWith("*") ? target.startsWith(scope.slice(0, -1)) : scope === target;
  const COVERED = { READ: ["list", "read"], WRITE: ["write", "delete"] };
  const levels = (permission) =>
    Object.keys(COVERED).flatMap((name) => (permission.includes(name) ? COVERED[name] : []));

  return {
    "s3control get-access-grants-instance": () => described(instance()),
    "s3control create-access-grants-instance": () => {
      own();
      if (found)
        refuse("AccessGrantsInstanceAlreadyExists", "Access Grants instance already exists");
      const arn = `arn:aws:s3:${region}:${account}:access-grants/default`;
      const identityCenter = args["--identity-center-arn"];
      state.instances[accountRegion] = { arn, identityCenter, locations: [], grants: [] };
      return described(state.instances[accountRegion]);
    },
    "s3control delete-access-grants-instance": () => {
      const { locations, identityCenter } = instance();
      if (locations.length > 0)
        refuse("AccessGrantsInstanceNotEmptyError", "Please clean up locations before deleting");
      if (identityCenter) refuse("InvalidRequest", "Please dissociate the Identity Center first");
      delete state.instances[accountRegion];
    },
    "s3control dissociate-access-grants-identity-center": () => {
      delete instance().identityCenter;
    },
    "s3control get-access-grants-instance-resource-policy": () => {
      const { policy } = instance();
      return policy === undefined
        ? refuse(
            "AccessGrantsInstanceResourcePolicyNotExists",
            "The resource policy does not exist",
          )
        : { Policy: policy };
    },
    "s3control put-access-grants-instance-resource-policy": () => {
      instance().policy = JSON.stringify(JSON.parse(args["--policy"]));
      return { CreatedAt: "2026-11-22T00:00:00Z" };
    },
    "s3control delete-access-grants-instance-resource-policy": () => {
      delete instance().policy;
    },
    "s3control list-access-grants-locations": () => ({
      AccessGrantsLocationsList: instance().locations.filter(({ LocationScope }) =>
        asked("--location-scope", LocationScope),
      ),
    }),
    "s3control create-access-grants-location": () => {
      const LocationScope = args["--location-scope"];
      const IAMRoleArn = args["--iam-role-arn"];
      const { locations } = instance();
      if (locations.some((one) => one.LocationScope === LocationScope))
        refuse("AccessGrantsLocationAlreadyExistsError", "The location is already registered");
      if (state.roles[IAMRoleArn.split("/").at(-1)]?.arn !== IAMRoleArn)
        refuse("InvalidIamRole", "The specified IAM role is not valid");
      const AccessGrantsLocationId = LocationScope === "s3://" ? "default" : nextId();
      locations.push({ AccessGrantsLocationId, LocationScope, IAMRoleArn });
      return { AccessGrantsLocationId };
    },
    "s3control delete-access-grants-location": () => {
      const id = args["--access-grants-location-id"];
      const all = instance();
      if (all.grants.some((one) => one.AccessGrantsLocationId === id))
        refuse("AccessGrantsLocationNotEmptyError", "Please clean up grants before deleting");
      all.locations = all.locations.filter((one) => one.AccessGrantsLocationId !== id);
    },
    "s3control list-access-grants": () => ({
      AccessGrantsList: instance().grants.filter(
        (one) =>
          asked("--permission", one.Permission) &&
          asked("--grant-scope", one.GrantScope) &&
          asked("--grantee-type", one.Grantee.GranteeType) &&
          asked("--grantee-identifier", one.Grantee.GranteeIdentifier),
      ),
    }),
    "s3control create-access-grant": () => {
      const AccessGrantsLocationId = args["--access-grants-location-id"];
      const { locations, grants } = instance();
      const location = locations.find(
        (one) => one.AccessGrantsLocationId === AccessGrantsLocationId,
      );
      if (!location) refuse("NoSuchAccessGrantsLocationError", "The location does not exist");
      const { S3SubPrefix } = structure(args["--access-grants-location-configuration"]);
      const grant = {
        AccessGrantId: nextId(),
        AccessGrantsLocationId,
        GrantScope: `${location.LocationScope}${S3SubPrefix}`,
        Permission: args["--permission"],
        Grantee: structure(args["--grantee"]),
        isObject: args["--s3-prefix-type"] === "Object",
      };
      grants.push(grant);
      return { AccessGrantId: grant.AccessGrantId };
    },
    "s3control delete-access-grant": () => {
      const all = instance();
      all.grants = all.grants.filter((one) => one.AccessGrantId !== args["--access-grant-id"]);
    },
    "s3control get-data-access": () => {
      const target = args["--target"].slice("s3://".length);
      const [bucket] = target.split("/");
      if (!found || !isSharedWith(caller.account))
        refuse("AccessDenied", `${caller.arn} is not authorized to perform: s3:GetDataAccess`);
      const grant = found.grants.find(
        (one) =>
          one.Grantee.GranteeIdentifier === roleArnOf(caller) &&
          one.Permission.includes(args["--permission"]) &&
          covers(one.GrantScope.slice("s3://".length), target),
      );
      if (!grant)
        refuse(
          "AccessDenied",
          `You do not have ${args["--permission"]} permissions to the requested S3 Prefix: ${args["--target"]}`,
        );
      const location = found.locations.find(
        (one) => one.AccessGrantsLocationId === grant.AccessGrantsLocationId,
      );
      const role = state.roles[location.IAMRoleArn.split("/").at(-1)];
      const scope = grant.GrantScope.slice(`s3://${bucket}/`.length).replace(/\*$/, "");
      // Role and grant both must allow: the longer of two prefixes, where one begins with the other.
      const allowed = (role.grants ?? []).filter(({ access }) =>
        levels(args["--permission"]).includes(access),
      );
      const grants = allowed.flatMap(({ access, prefix }) => {
        if (prefix.startsWith(scope)) return [{ access, prefix }];
        return scope.startsWith(prefix) ? [{ access, prefix: scope }] : [];
      });
      const id = `ASIAEXAMPLEGRANT${String(Object.keys(state.sessions).length + 1).padStart(4, "0")}`;
      const arn = `arn:aws:sts::${account}:assumed-role/${role.arn.split("/").at(-1)}/access-grants`;
      state.sessions[id] = { account, arn, grants, isSession: true };
      return {
        Credentials: {
          AccessKeyId: id,
          SecretAccessKey: "very/secret+one",
          SessionToken: "token==",
        },
        MatchedGrantTarget: grant.GrantScope,
      };
    },
    "ram list-permissions": () => ({
      permissions: [
        {
          arn: "arn:aws:ram::aws:permission/AWSRAMPermissionAccessGrantsData",
          status: "ATTACHABLE",
        },
      ],
    }),
    "ram create-resource-share": () => {
      const name = args["--name"];
      const id = nextId();
      const arn = `arn:aws:ram:${region}:${caller.account}:resource-share/${id}`;
      const outside = args["--no-allow-external-principals"] === undefined;
      state.shares[arn] = {
        arn,
        name,
        region,
        sender: caller.account,
        resource: args["--resource-arns"],
        principal: args["--principals"],
        invitation: outside
          ? arn.replace("resource-share", "resource-share-invitation")
          : undefined,
        accepted: !outside,
      };
      return { resourceShare: { resourceShareArn: arn } };
    },
    "ram get-resource-shares": () => {
      const isOwn = args["--resource-owner"] === "SELF";
      const shares = Object.values(state.shares).filter(
        (one) =>
          one.region === region &&
          one.name === args["--name"] &&
          (isOwn
            ? one.sender === caller.account
            : one.principal === caller.account && one.accepted),
      );
      return {
        resourceShares: shares.map(({ arn, name }) => ({
          resourceShareArn: arn,
          name,
          status: "ACTIVE",
        })),
      };
    },
    "ram delete-resource-share": () => {
      delete state.shares[args["--resource-share-arn"]];
      return { returnValue: true };
    },
    "ram get-resource-share-invitations": () => ({
      resourceShareInvitations: Object.values(state.shares)
        .filter(
          (one) => one.region === region && one.principal === caller.account && one.invitation,
        )
        .map((one) => ({
          resourceShareInvitationArn: one.invitation,
          resourceShareName: one.name,
          senderAccountId: one.sender,
          status: one.accepted ? "ACCEPTED" : "PENDING",
          resourceShareArn: one.arn,
        })),
    }),
    "ram accept-resource-share-invitation": () => {
      const arn = args["--resource-share-invitation-arn"];
      const share = Object.values(state.shares).find((one) => one.invitation === arn);
      if (!share) refuse("ResourceShareInvitationArnNotFoundException", "No such invitation");
      share.accepted = true;
      return { resourceShareInvitation: { status: "ACCEPTED" } };
    },
    "ram disassociate-resource-share": () => {
      const share = state.shares[args["--resource-share-arn"]];
      if (!share) refuse("UnknownResourceException", "No such resource share");
      share.accepted = false;
      return { resourceShareAssociations: [{ status: "DISASSOCIATING" }] };
    },
  };
}

/** Shorthand or JSON, as the CLI reads a structure. */
function structure(text) {
  if (text.startsWith("{")) return JSON.parse(text);
  return Object.fromEntries(
    text.split(",").map((field) => {
      const at = field.indexOf("=");
      return [field.slice(0, at), field.slice(at + 1)];
    }),
  );
}
