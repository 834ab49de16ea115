import type { Agreement } from "#core/parameters/agreement.ts";
import type { Draft, Issue, Parameter, ParameterId, RawValue } from "#core/parameters/parameter.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { Side, Sides } from "#core/side.ts";
import type { MethodFacts } from "./facts.ts";

/** One screen of the wizard before Review. */
export interface MethodStep {
  /** In the address: `owner`, `consumer`, `role`, `guardrails`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whose values these are; `both` for guardrails. */
  readonly side: Side | "both";
  readonly parameters: readonly ParameterId[];
}

/** A line of the review: nothing is retyped there. */
export interface ReviewRow {
  readonly parameter: ParameterId;
  readonly step: string;
  readonly side: Side;
  readonly label: string;
  /** As a person reads it; one entry for each row of a list. */
  readonly values: readonly string[];
  readonly isDefault: boolean;
}

/**
 * An arrow of the picture: `from` may do `verb` on `to` because of the document.
 * Node ids refer to `Picture.nodes`.
 */
export interface PictureNode {
  readonly id: string;
  readonly side: Side;
  readonly kind: "principal" | "instance" | "role" | "user" | "bucket" | "prefix" | "key";
  readonly label: string;
  /** Id of the node it is drawn inside, e.g. the bucket of a prefix. */
  readonly inside?: string;
}
export interface PictureArrow {
  readonly from: string;
  readonly to: string;
  readonly verb: string;
  /** Ids of the documents that together draw it. */
  readonly documents: readonly string[];
}
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly arrows: readonly PictureArrow[];
}

/**
 * All there is to know about a draft. Preview, copy, download, review and the headless command
 * read this one value. While values are missing, documents carry placeholders and `complete` is
 * false: such documents may be looked at, never copied or bundled.
 */
export interface Prepared {
  readonly method: Method;
  readonly draft: Draft;
  /** The draft, parsed; placeholders stand where a value is missing or wrong. */
  readonly agreement: Agreement;
  readonly complete: boolean;
  /** Errors first. Without an error, `complete` is true. */
  readonly issues: readonly Issue[];
  readonly documents: readonly SharingDocument[];
  readonly accessPath: AccessPath;
  readonly plan: Plan;
  readonly review: readonly ReviewRow[];
  readonly picture: Picture;
}

/** What a tile on the home page says. */
export interface TradeOffs {
  readonly pickWhen: string;
  readonly avoidWhen: string;
  readonly credentials: string;
  readonly scale: string;
}

/** Another method that is nearly always to be preferred, offered before anything is typed. */
export interface BetterMethod {
  /** Its id. */
  readonly method: string;
  /** A sentence or two: why, and when this one is right all the same. */
  readonly why: string;
  /** What choosing it from here says of its values. */
  readonly values?: readonly { readonly parameter: ParameterId; readonly value: RawValue }[];
}

/** A method as the rest of the program sees it; its own parameter types stay inside. */
export interface Method {
  readonly id: string;
  readonly title: string;
  /** One line, under the title. */
  readonly summary: string;
  readonly tradeOffs: TradeOffs;
  readonly better?: BetterMethod;
  readonly sides: Sides;
  readonly facts: MethodFacts;
  /** Markdown: when to use it, when not, limits, sources. */
  readonly guide: string;
  readonly steps: readonly MethodStep[];
  /** Every parameter the method knows, shared and its own, in the order of the steps. */
  readonly parameters: readonly Parameter[];
  /** All parameters at their defaults. */
  readonly emptyDraft: () => Draft;
  /** Guarantees a value for any draft, however hostile; never throws. */
  readonly prepare: (draft: Draft) => Prepared;
}

/** One request as an evaluator takes it. A context key that is not listed is absent. */
export interface CaseRequest {
  readonly principalArn: string;
  readonly action: string;
  readonly resourceArn: string;
  readonly resourceAccount: string;
  readonly context: { readonly [key: string]: string | readonly string[] };
}

/** A worked agreement of a method's `cases.ts`, and what its documents must mean. */
export interface MethodCase {
  /** Also the name of its golden file. */
  readonly name: string;
  readonly draft: Draft;
  readonly mustAllow: readonly CaseRequest[];
  /** Denied by account A's documents, whatever account B's admin allows its own principals. */
  readonly mustDeny: readonly CaseRequest[];
  /** The key policy that is there names nobody; otherwise it lets account A's IAM policies decide. */
  readonly keyPolicyNamesNobody?: true;
  /** A resource share of AWS RAM stands in the place of an instance policy. */
  readonly instanceSharedThroughRam?: true;
}
