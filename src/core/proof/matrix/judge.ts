import type { Agreement } from "#core/parameters/agreement.ts";
import { type ContextValues, contextValues, withValues } from "#core/proof/context.ts";
import type { Decision, StatementSource } from "#core/proof/decision.ts";
import { evaluatePrepared, explained, type Outcome } from "#core/proof/evaluate.ts";
import type { CompiledPolicies, Statements } from "#core/proof/policies.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import { bothOf, keyActions, keyRequest } from "#core/proof/s3-request.ts";
import type { Actor } from "./actors.ts";
import type { Circumstance } from "./circumstances.ts";
import { narrowing } from "./narrowed.ts";
import type { Call, Question, World } from "./question.ts";
import { compiled, type Standing } from "./standing.ts";
import { OPEN_TO_EVERYONE, targets } from "./targets.ts";

/** An identity policy that allows everything, as an account's admins have. */
export const EVERYTHING = compiled("administrator-access", "identity policy", {
  Effect: "Allow",
  Action: "*",
  Resource: "*",
});

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

interface Trial {
  readonly actor: Actor;
  readonly world: World;
  readonly circumstance: Circumstance;
}

/** Decides questions, and remembers between them what many requests have in common. */
export function judge(agreement: Agreement, standing: Standing): (question: Question) => Decision {
  const narrow = narrowing();
  const targetOf = targets(agreement, standing);
  const contexts = new Map<Actor, Map<Circumstance, ContextValues>>();
  const openedIdentities = new Map<Actor, Statements>();
  const keyOutcomes = new Map<string, Outcome>();

  const baseContext = ({ actor, circumstance }: Trial): ContextValues => {
    const ofActor = contexts.get(actor) ?? new Map<Circumstance, ContextValues>();
    contexts.set(actor, ofActor);
    const known =
      ofActor.get(circumstance) ??
      contextValues({
        ...actor.context,
        "kms:CallerAccount": actor.caller.account,
        "aws:RequestedRegion": agreement.owner.region,
        "aws:ResourceAccount": agreement.owner.account,
        "s3:ResourceAccount": agreement.owner.account,
        ...circumstance.context,
      });
    ofActor.set(circumstance, known);
    return known;
  };

  const contextFor = (base: ContextValues, call: Call): ContextValues => {
    const isElsewhere = call.resourceAccount !== agreement.owner.account;
    if (call.context === undefined && !isElsewhere) return base;
    const { resourceAccount } = call;
    const account = {
      "aws:ResourceAccount": resourceAccount,
      "s3:ResourceAccount": resourceAccount,
    };
    return withValues(base, { ...(isElsewhere ? account : {}), ...call.context });
  };

  const identityIn = ({ actor, world }: Trial): Statements => {
    if (world === "generous-caller") return EVERYTHING;
    if (world !== "denies-only") return actor.identity;
    const opened = openedIdentities.get(actor) ?? [...EVERYTHING, ...actor.identity];
    openedIdentities.set(actor, opened);
    return opened;
  };

  const decide = (request: PreparedRequest, trial: Trial): Outcome => {
    const { world } = trial;
    const { lowerCaseAction, resourceArn } = request;
    const identity = identityIn(trial);
    const isOpen = world === "generous-resource";
    const { policy, opened, s3, isPublic } = targetOf(resourceArn);
    const resource = isOpen ? OPEN_TO_EVERYONE : world === "denies-only" ? opened : policy;
    return evaluatePrepared(request, {
      ...NO_POLICIES,
      identity: narrow(identity, lowerCaseAction, resourceArn),
      resource: resource && narrow(resource, lowerCaseAction, resourceArn),
      s3,
      shutsOutOtherAccounts: isPublic && !isOpen && world !== "denies-only",
    });
  };

  const decideKey = (request: PreparedRequest, keyArn: string, use: string, trial: Trial) => {
    const { actor, world, circumstance } = trial;
    const { bucket } = targetOf(request.resourceArn);
    const key = [actor.id, world, circumstance.id, keyArn, bucket, use].join(" ");
    const known =
      keyOutcomes.get(key) ?? decide(keyRequest(request, { keyArn, bucketKey: true }, use), trial);
    keyOutcomes.set(key, known);
    return known;
  };

  const decideCall = (call: Call, base: ContextValues, trial: Trial): Outcome => {
    const { caller, principalArn } = trial.actor;
    const context = contextFor(base, call);
    const { actions, resourceArn, resourceAccount, keyArn } = call;
    let outcome: Outcome | undefined;
    for (const action of actions) {
      const lowerCaseAction = action.toLowerCase();
      const request: PreparedRequest = {
        principalArn,
        caller,
        action,
        lowerCaseAction,
        resourceArn,
        resourceAccount,
        context,
      };
      const decided = decide(request, trial);
      outcome = outcome === undefined ? decided : bothOf(outcome, decided);
      if (keyArn === undefined || outcome.decision !== "allowed") continue;
      // Large files are uploaded in parts.
      for (const use of keyActions(request, true)) {
        outcome = bothOf(outcome, decideKey(request, keyArn, use, trial));
      }
    }
    if (outcome === undefined) throw new Error("A call names no action.");
    return outcome;
  };

  return ({ actor, world, expected, calls, circumstances }) => {
    const decidedBy = new Set<StatementSource>();
    let first: Outcome | undefined;
    for (const circumstance of circumstances) {
      const trial = { actor, world, circumstance };
      const base = baseContext(trial);
      for (const call of calls) {
        const outcome = decideCall(call, base, trial);
        if ((outcome.decision === "allowed") !== (expected === "allowed")) {
          return explained(outcome);
        }
        for (const source of outcome.decidedBy) decidedBy.add(source);
        first ??= outcome;
      }
    }
    if (first === undefined) throw new Error("A question asks nothing.");
    return { ...explained(first), decidedBy: [...decidedBy] };
  };
}
