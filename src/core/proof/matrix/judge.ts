import type { Agreement } from "#core/parameters/agreement.ts";
import type { Missing, StatementSource, Verdict } from "#core/proof/decision.ts";
import { evaluatePrepared, explained, type Outcome } from "#core/proof/evaluate.ts";
import type { CompiledPolicies, Statements } from "#core/proof/policies.ts";
import { bothOf, keyActions, keyRequest } from "#core/proof/s3-request.ts";
import type { Actor } from "./actors.ts";
import { callContexts } from "./call-contexts.ts";
import type { Circumstance } from "./circumstances.ts";
import { compiled } from "./compiled.ts";
import { forCallers, type Narrowed, narrowing } from "./narrowed.ts";
import type { Call, Question, World } from "./question.ts";
import type { Standing } from "./standing.ts";
import { OPEN_TO_EVERYONE, type Target, targets } from "./targets.ts";

/** An identity policy that allows everything, as an account's admins have. */
export const EVERYTHING = compiled("administrator-access", "identity policy", {
  Effect: "Allow",
  Action: "*",
  Resource: "*",
});

interface Trial {
  readonly actor: Actor;
  /** The first actor who differs from this one in nothing but its name and its session. */
  readonly caller: Actor;
  readonly world: World;
  readonly circumstance: Circumstance;
  /** Tells it from other trials. */
  readonly id: number;
  /** Tells it from those of other callers, worlds and circumstances. */
  readonly callerId: number;
}

/** The answer to a question, and of its requests the one that the answer is about. */
export interface Answer {
  readonly decision: Verdict;
  readonly decidedBy: readonly StatementSource[];
  /** Put into sentences when it is asked for: most are never looked at. */
  readonly missing: () => readonly Missing[];
  /** The first that is not answered as expected, or else the first of all. */
  readonly call: Call;
  readonly circumstance: Circumstance;
}

/** Decides questions, and remembers between them what many requests have in common. */
export function judge(agreement: Agreement, standing: Standing): (question: Question) => Answer {
  const limitsOf = standing.limits ?? (() => NO_LIMITS);
  const narrow = narrowing();
  const forCaller = forCallers();
  const targetOf = targets(agreement, standing);
  const contextOf = callContexts(agreement);
  const openedIdentities = new Map<Actor, Statements>();
  const alike = new Map<number, Outcome>();
  const trials = trialNumbering();
  const lowerCased = lowerCasing();
  const accounts = numbering();
  const pairs = new Map<number, number>();
  const callerOf = callers();
  const keyOutcomes = new Map<string, Outcome>();

  const identityIn = ({ caller, world }: Trial): Statements => {
    if (world === "generous-caller") return EVERYTHING;
    if (world !== "denies-only") return caller.identity;
    const opened = openedIdentities.get(caller) ?? [...EVERYTHING, ...caller.identity];
    openedIdentities.set(caller, opened);
    return opened;
  };

  /** Equal for equal statements. Whatever a session is for, requests that it does not speak of fare alike. */
  const callerPoliciesId = (identity: Narrowed, session: Narrowed | undefined): number => {
    if (session === undefined) return identity.id * 2;
    const pair = identity.id * MANY + (session.statements.length === 0 ? 0 : session.id);
    const id = pairs.get(pair) ?? pairs.size;
    pairs.set(pair, id);
    return id * 2 + 1;
  };

  const policiesFor = (action: string, resourceArn: string, trial: Trial): NarrowedPolicies => {
    const { world } = trial;
    const isOpen = world === "generous-resource";
    const { kind, policy, opened, s3, isPublic } = targetOf(resourceArn);
    const resource = isOpen ? OPEN_TO_EVERYONE : world === "denies-only" ? opened : policy;
    return {
      identity: narrow(identityIn(trial), action, resourceArn),
      session: trial.actor.session && narrow(trial.actor.session, action, resourceArn),
      resource: resource && narrow(forCaller(resource, trial.caller), action, resourceArn),
      kind,
      s3,
      shutsOutOtherAccounts: isPublic && !isOpen && world !== "denies-only",
    };
  };

  const decideKey = (call: Call, use: string, trial: Trial): Outcome => {
    const { keyArn = "", resourceArn } = call;
    const id = `${trial.id} ${use} ${keyArn} ${targetOf(resourceArn).bucket}`;
    const known = keyOutcomes.get(id);
    if (known !== undefined) return known;
    const { actor, caller, circumstance } = trial;
    const asked = keyRequest(
      {
        principalArn: actor.principalArn,
        caller: actor.caller,
        resourceArn,
        context: contextOf(caller, circumstance, call),
      },
      { keyArn, bucketKey: true },
      use,
    );
    const policies = policiesFor(asked.lowerCaseAction, keyArn, trial);
    const limits = limitsOf(actor, asked.resourceAccount);
    const outcome = evaluatePrepared(asked, compiledPolicies(policies, limits));
    keyOutcomes.set(id, outcome);
    return outcome;
  };

  const evaluateCall = (action: string, call: Call, trial: Trial, policies: NarrowedPolicies) => {
    const { caller, principalArn } = trial.actor;
    const { resourceArn, resourceAccount } = call;
    const lowerCaseAction = lowerCased(action);
    const context = contextOf(trial.caller, trial.circumstance, call);
    return evaluatePrepared(
      { principalArn, caller, action, lowerCaseAction, resourceArn, resourceAccount, context },
      compiledPolicies(policies, limitsOf(trial.actor, resourceAccount)),
    );
  };

  /** Requests that meet the same statements, none of which looks at what the call adds, fare alike. */
  const decide = (action: string, call: Call, trial: Trial): Outcome => {
    const policies = policiesFor(lowerCased(action), call.resourceArn, trial);
    const { identity, session, resource, kind } = policies;
    const callerPolicies = callerPoliciesId(identity, session);
    const isAlike =
      standing.limits === undefined &&
      trial.callerId < MANY &&
      callerPolicies < MANY &&
      ignores(identity, call) &&
      (session === undefined || ignores(session, call)) &&
      (resource === undefined || ignores(resource, call));
    if (!isAlike) return evaluateCall(action, call, trial, policies);
    const account = accounts(call.resourceAccount) * KINDS.length + KINDS.indexOf(kind);
    const id =
      ((account * MANY + trial.callerId) * MANY + callerPolicies) * MANY + (resource?.id ?? 0);
    let outcome = alike.get(id);
    if (outcome === undefined) {
      outcome = evaluateCall(action, call, trial, policies);
      alike.set(id, outcome);
    }
    return outcome;
  };

  const decideCall = (call: Call, trial: Trial, decideOne: typeof decide): Outcome => {
    let outcome: Outcome | undefined;
    for (const action of call.actions) {
      const decided = decideOne(action, call, trial);
      outcome = outcome === undefined ? decided : bothOf(outcome, decided);
      if (call.keyArn === undefined || decided.decision !== "allowed") continue;
      // Large files are uploaded in parts, as a rule.
      for (const use of keyActions(action, call.singlePart !== true)) {
        outcome = bothOf(outcome, decideKey(call, use, trial));
      }
    }
    if (outcome === undefined) throw new Error("A call names no action.");
    return outcome;
  };

  /** In the words of this very call. */
  const worded = (action: string, call: Call, trial: Trial): Outcome => {
    const { decision, decidedBy, lacking } = decide(action, call, trial);
    const { resourceArn, resourceAccount } = call;
    const request = { caller: trial.actor.caller, action, resourceArn, resourceAccount };
    return { request, decision, decidedBy, lacking };
  };

  return ({ actor, world, expected, calls, circumstances }) => {
    const decidedBy = new Set<StatementSource>();
    const caller = callerOf(actor);
    let first: Answer | undefined;
    for (const circumstance of circumstances) {
      const id = trials(actor.id, world, circumstance.id);
      const callerId = caller === actor ? id : trials(caller.id, world, circumstance.id);
      const trial = { actor, caller, world, circumstance, id, callerId };
      for (const call of calls) {
        const outcome = decideCall(call, trial, decide);
        const isExpected = (outcome.decision === "allowed") === (expected === "allowed");
        for (const source of outcome.decidedBy) decidedBy.add(source);
        if (!isExpected || first === undefined) {
          const { decision } = outcome;
          const missing = () => explained(decideCall(call, trial, worded)).missing;
          first = { decision, decidedBy: outcome.decidedBy, missing, call, circumstance };
          if (!isExpected) return first;
        }
      }
    }
    if (first === undefined) throw new Error("A question asks nothing.");
    return { ...first, decidedBy: [...decidedBy] };
  };
}

/** Ids below this and a few accounts fit into one exact number, which is a cheap key. */
const MANY = 2 ** 15;
const KINDS: readonly Target["kind"][] = ["s3", "kms", "iam", "other"];

/** The same text each time, so that it is found quickly again. */
function lowerCasing(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const lowerCase = known.get(text) ?? text.toLowerCase();
    known.set(text, lowerCase);
    return lowerCase;
  };
}

/** Many sessions are of one role. */
function callers(): (actor: Actor) => Actor {
  const known = new Map<Actor["context"], Actor>();
  return (actor) => {
    const first = known.get(actor.context);
    if (first === undefined) {
      known.set(actor.context, actor);
      return actor;
    }
    const { principalArn, identity } = first;
    return principalArn === actor.principalArn && identity === actor.identity ? first : actor;
  };
}

/** Numbers without gaps; no text is put together for them, which would have to be hashed each time. */
function trialNumbering(): (actorId: string, world: World, circumstanceId: string) => number {
  const actors = numbering();
  const worlds = numbering();
  const circumstances = numbering();
  const numbers = new Map<number, number>();
  return (actorId, world, circumstanceId) => {
    const from = (actors(actorId) * MANY + circumstances(circumstanceId)) * MANY + worlds(world);
    const known = numbers.get(from) ?? numbers.size;
    numbers.set(from, known);
    return known;
  };
}

function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
}

/** No statement looks at a key that the call adds to the context. */
function ignores({ id, keys }: Narrowed, { context }: Call): boolean {
  if (keys === undefined || id >= MANY) return false;
  if (context === undefined || keys.size === 0) return true;
  return !Object.keys(context).some((key) => keys.has(key.toLowerCase()));
}

interface NarrowedPolicies extends Pick<CompiledPolicies, "s3" | "shutsOutOtherAccounts"> {
  readonly identity: Narrowed;
  readonly session: Narrowed | undefined;
  readonly resource: Narrowed | undefined;
  readonly kind: Target["kind"];
}

type Limits = Pick<CompiledPolicies, "boundary" | "serviceControl" | "resourceControl">;

function compiledPolicies(policies: NarrowedPolicies, limits: Limits): CompiledPolicies {
  const { identity, session, resource, s3, shutsOutOtherAccounts } = policies;
  return {
    identity: identity.statements,
    resource: resource?.statements,
    boundary: limits.boundary,
    session: session?.statements,
    serviceControl: limits.serviceControl,
    resourceControl: limits.resourceControl,
    vpcEndpoint: undefined,
    s3,
    shutsOutOtherAccounts,
    problems: NO_PROBLEMS,
  };
}

const NO_LIMITS: Limits = { boundary: undefined, serviceControl: [], resourceControl: undefined };
const NO_PROBLEMS: CompiledPolicies["problems"] = [];
