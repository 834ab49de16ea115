import type { Agreement } from "#core/parameters/agreement.ts";
import { arnSegments } from "#core/proof/arn-pattern.ts";
import { type ContextValues, contextValues } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluatePrepared } from "#core/proof/evaluate.ts";
import type { CompiledPolicies, Statements } from "#core/proof/policies.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import { allOf, keyActions, keyRequest } from "#core/proof/s3-request.ts";
import type { Actor } from "./actors.ts";
import type { Circumstance } from "./circumstances.ts";
import { narrowing } from "./narrowed.ts";
import { settingsOf } from "./places.ts";
import type { Call, Question, World } from "./question.ts";
import { compiled, type Standing } from "./standing.ts";

/** An identity policy that allows everything, as an account's admins have. */
export const EVERYTHING = compiled("administrator-access", "identity policy", {
  Effect: "Allow",
  Action: "*",
  Resource: "*",
});

const OPEN_TO_EVERYONE = compiled("open-to-everyone", "resource policy", {
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
});

interface Trial {
  readonly actor: Actor;
  readonly world: World;
  readonly circumstance: Circumstance;
}

/** Decides single calls. Remembers what many calls have in common. */
export function judge(
  agreement: Agreement,
  standing: Standing,
): (trial: Trial, call: Call) => Decision {
  const narrow = narrowing();
  const contexts = new Map<string, ContextValues>();
  const keyDecisions = new Map<string, Decision>();
  const publicPolicies = new Map<Statements, boolean>();

  const contextOf = ({ actor, circumstance }: Trial, call: Call): ContextValues => {
    const key = `${actor.id} ${circumstance.id} ${call.resourceAccount}`;
    const known =
      contexts.get(key) ??
      contextValues({
        ...actor.context,
        "aws:ResourceAccount": call.resourceAccount,
        "s3:ResourceAccount": call.resourceAccount,
        "kms:CallerAccount": actor.caller.account,
        "aws:RequestedRegion": agreement.owner.region,
        ...circumstance.context,
      });
    contexts.set(key, known);
    return call.context === undefined ? known : new Map([...known, ...contextValues(call.context)]);
  };

  const policiesFor = ({ actor, world }: Trial, request: PreparedRequest): CompiledPolicies => {
    const { lowerCaseAction, resourceArn } = request;
    const identity = world === "generous-caller" ? EVERYTHING : actor.identity;
    const resource = world === "generous-resource" ? OPEN_TO_EVERYONE : on(standing, resourceArn);
    const bucket = bucketOf(resourceArn);
    const ownership = settingsOf(agreement, bucket ?? "")?.ownership;
    return {
      ...NO_POLICIES,
      identity: narrow(identity, lowerCaseAction, resourceArn),
      resource: resource && narrow(resource, lowerCaseAction, resourceArn),
      s3: ownership && { ownership },
      // All of Block Public Access can stay on: no sharing may need it off.
      shutsOutOtherAccounts:
        bucket !== undefined && resource !== undefined && world !== "generous-resource"
          ? isPublic(resource)
          : false,
    };
  };

  const isPublic = (statements: Statements): boolean => {
    const known = publicPolicies.get(statements) ?? isPublicBucketPolicy(statements);
    publicPolicies.set(statements, known);
    return known;
  };

  const decideKey = (
    trial: Trial,
    request: PreparedRequest,
    keyArn: string,
    action: string,
  ): Decision => {
    const { actor, world, circumstance } = trial;
    const bucket = bucketOf(request.resourceArn) ?? "";
    const key = `${actor.id} ${world} ${circumstance.id} ${keyArn} ${bucket} ${action}`;
    const known = keyDecisions.get(key);
    if (known !== undefined) return known;
    const asked = keyRequest(request, { keyArn, bucketKey: true }, action);
    const decision = evaluatePrepared(asked, policiesFor(trial, asked));
    keyDecisions.set(key, decision);
    return decision;
  };

  return (trial, call) => {
    const { actor } = trial;
    const context = contextOf(trial, call);
    const decisions = call.actions.flatMap((action): readonly Decision[] => {
      const request: PreparedRequest = {
        principalArn: actor.principalArn,
        caller: actor.caller,
        action,
        lowerCaseAction: action.toLowerCase(),
        resourceArn: call.resourceArn,
        resourceAccount: call.resourceAccount,
        context,
      };
      const decision = evaluatePrepared(request, policiesFor(trial, request));
      const { keyArn } = call;
      if (keyArn === undefined || decision.decision !== "allowed") return [decision];
      // Large files are uploaded in parts.
      const onKey = keyActions(request, true);
      return [decision, ...onKey.map((use) => decideKey(trial, request, keyArn, use))];
    });
    return allOf(decisions);
  };
}

const NO_POLICIES: CompiledPolicies = {
  identity: undefined,
  resource: undefined,
  boundary: undefined,
  session: undefined,
  serviceControl: [],
  resourceControl: undefined,
  vpcEndpoint: undefined,
  s3: undefined,
  shutsOutOtherAccounts: false,
  problems: [],
};

/** The policy on a resource as it stands. */
function on(standing: Standing, resourceArn: string): Statements | undefined {
  const [, , service, , , rest = ""] = arnSegments(resourceArn) ?? [];
  if (service === "s3") return standing.bucketPolicy(rest.split("/", 1)[0] ?? "");
  if (service === "kms") return standing.keyPolicy(resourceArn);
  return service === "iam" ? standing.trustPolicy(resourceArn) : undefined;
}

function bucketOf(resourceArn: string): string | undefined {
  const [, , service, , , rest = ""] = arnSegments(resourceArn) ?? [];
  return service === "s3" ? rest.split("/", 1)[0] : undefined;
}

/** Decides a question: the first answer that is not as expected, or else all of them. */
export function answer(decide: ReturnType<typeof judge>, question: Question): Decision {
  const { actor, world, expected, calls, circumstances } = question;
  const wanted = expected === "allowed";
  const decisions: Decision[] = [];
  for (const circumstance of circumstances) {
    for (const call of calls) {
      const decision = decide({ actor, world, circumstance }, call);
      if ((decision.decision === "allowed") !== wanted) return decision;
      decisions.push(decision);
    }
  }
  const [first] = decisions;
  const decidedBy = [...new Set(decisions.flatMap((decision) => decision.decidedBy))];
  return { decision: first?.decision ?? "implicitDeny", decidedBy, missing: first?.missing ?? [] };
}
