import { checkPrincipals } from "./aws-principals.js";

// What the stand-in for the AWS CLI knows of IAM.

/** @param {{state: any, args: any, caller: any, refuse: (code: string, message: string) => never}} world */
export function iamAnswers({ state, args, caller, refuse }) {
  const policyName = args["--policy-name"];

  function entity(kind) {
    const name = args[`--${kind}-name`];
    const found = state[`${kind}s`][name];
    if (!found || found.arn.split(":")[4] !== caller.account)
      refuse("NoSuchEntity", `The ${kind} with name ${name} cannot be found.`);
    return found;
  }

  function inline(kind) {
    const holder = entity(kind);
    holder.inline ??= {};
    return holder.inline;
  }

  const answers = {
    "iam simulate-principal-policy": () => ({
      EvaluationResults: [
        { EvalDecision: args["--action-names"] === "s3:PutObject" ? "implicitDeny" : "allowed" },
      ],
    }),
    "iam get-role": () => {
      const { arn, trust, seconds } = entity("role");
      return {
        Role: {
          Arn: arn,
          AssumeRolePolicyDocument: JSON.parse(trust),
          MaxSessionDuration: seconds,
        },
      };
    },
    "iam get-user": () => {
      const { arn, boundary } = entity("user");
      return {
        User: {
          Arn: arn,
          ...(boundary && { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
        },
      };
    },
    "iam create-user": () => {
      const name = args["--user-name"];
      if (state.users[name])
        refuse("EntityAlreadyExists", `User with name ${name} already exists.`);
      const arn = `arn:aws:iam::${caller.account}:user${args["--path"]}${name}`;
      const tags = JSON.parse(args["--tags"]);
      state.users[name] = { arn, tags, boundary: args["--permissions-boundary"] };
      return { User: { Arn: arn } };
    },
    "iam delete-user": () => {
      const { inline: own = {}, attached = [], keys = [], groups = [], mfa = [] } = entity("user");
      if (Object.keys(own).length + [...attached, ...keys, ...groups, ...mfa].length > 0)
        refuse("DeleteConflict", "Cannot delete entity, must remove what belongs to it first.");
      delete state.users[args["--user-name"]];
    },
    "iam list-groups-for-user": () => ({
      Groups: (entity("user").groups ?? []).map((GroupName) => ({ GroupName })),
    }),
    "iam list-mfa-devices": () => ({
      MFADevices: (entity("user").mfa ?? []).map((SerialNumber) => ({ SerialNumber })),
    }),
    "iam list-instance-profiles-for-role": () => ({
      InstanceProfiles: (entity("role").profiles ?? []).map((InstanceProfileName) => ({
        InstanceProfileName,
      })),
    }),
    "iam list-entities-for-policy": () => {
      const arn = args["--policy-arn"];
      if (state.policies[arn] === undefined) refuse("NoSuchEntity", "Policy was not found.");
      const holders = (all, name) =>
        Object.keys(all)
          .filter((one) => all[one].attached?.includes(arn))
          .map((one) => ({ [name]: one }));
      return {
        PolicyGroups: [],
        PolicyRoles: holders(state.roles, "RoleName"),
        PolicyUsers: holders(state.users, "UserName"),
      };
    },
    "iam list-access-keys": () => ({
      AccessKeyMetadata: (entity("user").keys ?? []).map((AccessKeyId) => ({ AccessKeyId })),
    }),
    "iam delete-access-key": () => {
      const user = entity("user");
      user.keys = (user.keys ?? []).filter((id) => id !== args["--access-key-id"]);
    },
    "iam create-role": () => {
      const name = args["--role-name"];
      if (state.roles[name])
        refuse("EntityAlreadyExists", `Role with name ${name} already exists.`);
      const trust = args["--assume-role-policy-document"];
      checkPrincipals(
        { state, refuse },
        trust,
        "MalformedPolicyDocument",
        "Invalid principal in policy: AWS",
      );
      const arn = `arn:aws:iam::${caller.account}:role${args["--path"]}${name}`;
      state.roles[name] = { arn, trust, seconds: Number(args["--max-session-duration"]) };
      return { Role: { Arn: arn } };
    },
    "iam update-assume-role-policy": () => {
      entity("role").trust = args["--policy-document"];
    },
    "iam delete-role": () => {
      const { inline: own = {}, attached = [], profiles = [] } = entity("role");
      if (Object.keys(own).length + attached.length + profiles.length > 0)
        refuse("DeleteConflict", "Cannot delete entity, must delete policies first.");
      delete state.roles[args["--role-name"]];
    },
    "iam create-policy": () => {
      const arn = `arn:aws:iam::${caller.account}:policy${args["--path"]}${policyName}`;
      if (state.policies[arn]) refuse("EntityAlreadyExists", "A policy called so already exists.");
      state.policies[arn] = args["--policy-document"];
      return { Policy: { Arn: arn } };
    },
    "iam get-policy": () =>
      state.policies[args["--policy-arn"]] === undefined
        ? refuse("NoSuchEntity", "Policy was not found.")
        : { Policy: { DefaultVersionId: "v1" } },
    "iam get-policy-version": () =>
      args["--version-id"] === "v1"
        ? { PolicyVersion: { Document: JSON.parse(state.policies[args["--policy-arn"]]) } }
        : refuse("NoSuchEntity", "Policy version was not found."),
    "iam delete-policy": () => {
      const arn = args["--policy-arn"];
      const holders = [...Object.values(state.roles), ...Object.values(state.users)];
      if (holders.some((one) => one.attached?.includes(arn)))
        refuse("DeleteConflict", "Cannot delete a policy attached to entities.");
      delete state.policies[arn];
    },
  };
  for (const kind of ["role", "user"]) {
    answers[`iam get-${kind}-policy`] = () => {
      const policy = inline(kind)[policyName];
      return policy === undefined
        ? refuse("NoSuchEntity", `The ${kind} policy with name ${policyName} cannot be found.`)
        : { PolicyName: policyName, PolicyDocument: JSON.parse(policy) };
    };
    answers[`iam put-${kind}-policy`] = () => {
      inline(kind)[policyName] = args["--policy-document"];
    };
    answers[`iam delete-${kind}-policy`] = () => {
      if (inline(kind)[policyName] === undefined)
        refuse("NoSuchEntity", `The ${kind} policy with name ${policyName} cannot be found.`);
      delete inline(kind)[policyName];
    };
    answers[`iam list-${kind}-policies`] = () => ({ PolicyNames: Object.keys(inline(kind)) });
    answers[`iam list-attached-${kind}-policies`] = () => ({
      AttachedPolicies: (entity(kind).attached ?? []).map((PolicyArn) => ({ PolicyArn })),
    });
    answers[`iam attach-${kind}-policy`] = () => {
      if (state.policies[args["--policy-arn"]] === undefined)
        refuse("NoSuchEntity", "Policy does not exist or is not attachable.");
      const holder = entity(kind);
      holder.attached = [...new Set([...(holder.attached ?? []), args["--policy-arn"]])];
    };
    answers[`iam detach-${kind}-policy`] = () => {
      const holder = entity(kind);
      holder.attached = (holder.attached ?? []).filter((arn) => arn !== args["--policy-arn"]);
    };
  }

  return answers;
}
