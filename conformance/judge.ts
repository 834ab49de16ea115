import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DataGrant } from "#core/policy/access-path.ts";
import type { RequestContext } from "#core/proof/context.ts";
import type { ResourcePolicyType, Verdict } from "#core/proof/decision.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import { grantSessionPolicy } from "#core/proof/grant-session.ts";
import type { Policies } from "#core/proof/policies.ts";
import type { S3State } from "#core/proof/s3-state.ts";
import type { Started } from "./processes.ts";

/** As python/judge.py asks. */
interface Question {
  readonly caller: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly resourcePolicy: unknown;
  readonly resourceType?: ResourcePolicyType;
  readonly identityPolicies: readonly unknown[];
  readonly boundary?: readonly unknown[] | null;
  /** What S3 Access Grants has given the caller's session for. */
  readonly grant?: Pick<DataGrant, "permission" | "bucket" | "path" | "isObject"> | null;
  readonly s3?: S3State;
  readonly canonicalUserId?: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** No request is made: nothing is known of it but what is in `context`. */
  readonly isSimulation?: boolean;
}

export interface Judge extends Started {
  /** Under which requests are made from now on: as agreed, whatever guardrails ask for. */
  readonly setCircumstances: (context: RequestContext) => void;
}

/** moto does not read resource policies: our evaluator decides over the documents that moto holds. */
export async function startJudge(): Promise<Judge> {
  let circumstances: RequestContext = {};
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    request.on("end", () => {
      response.end(
        JSON.stringify({ decision: decisionOn(JSON.parse(text) as Question, circumstances) }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    setCircumstances: (context) => {
      circumstances = context;
    },
    said: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decisionOn(asked: Question, circumstances: RequestContext): Verdict {
  const request = {
    principalArn: asked.caller,
    action: asked.action,
    resourceArn: asked.resource,
    resourceAccount: asked.resourceAccount,
    ...(asked.canonicalUserId === undefined ? {} : { canonicalUserId: asked.canonicalUserId }),
    context: {
      ...(asked.isSimulation === true ? {} : circumstances),
      "aws:PrincipalArn": asked.principal,
      ...accountOf(asked.caller),
      ...asked.context,
    },
  };
  return evaluate(request, policiesOf(asked)).decision;
}

function accountOf(arn: string): Readonly<Record<string, string>> {
  const account = arn.split(":")[4];
  return account === undefined ? {} : { "aws:PrincipalAccount": account };
}

function policiesOf(asked: Question): Policies {
  const named = (policy: unknown, index: number) => ({ document: `${index}`, policy });
  const { boundary, grant, resourcePolicy, resourceType, s3 } = asked;
  const [, partition = "aws"] = asked.resource.split(":");
  return {
    identity: asked.identityPolicies.map(named),
    ...(resourcePolicy === null ? {} : { resource: named(resourcePolicy, 0) }),
    ...(resourceType === undefined ? {} : { resourceType }),
    ...(boundary == null ? {} : { boundary: boundary.map(named) }),
    ...(grant == null
      ? {}
      : {
          session: [
            named(grantSessionPolicy({ ...grant, instanceArn: "", grantees: [] }, partition), 0),
          ],
        }),
    ...(s3 === undefined ? {} : { s3 }),
  } as Policies;
}
