import { createServer, type Server } from "node:http";

/** What the stub does with the next calls of an action. */
export type Answer =
  | { readonly kind: "identity"; readonly account: string; readonly arn: string }
  | { readonly kind: "session"; readonly arn: string }
  | {
      readonly kind: "error";
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  /** Takes the request and says nothing. */
  | { readonly kind: "silence" }
  /** Breaks the connection. */
  | { readonly kind: "hang-up" };

export interface StsRequest {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface StsStub {
  readonly server: Server;
  readonly requests: StsRequest[];
  readonly answers: Map<string, Answer>;
}

/**
 * A very small STS: speaks the query protocol and XML, checks no signature. It lets itself be called
 * from any page, as AWS's endpoints do.
 */
export function createStsStub(): StsStub {
  const requests: StsRequest[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (request.method === "OPTIONS") {
      response.setHeader(
        "access-control-allow-headers",
        request.headers["access-control-request-headers"] ?? "",
      );
      response.setHeader("access-control-allow-methods", "POST");
      response.writeHead(200).end();
      return;
    }
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      const parameters = Object.fromEntries(new URLSearchParams(body));
      const action = parameters["Action"] ?? "";
      requests.push({ action, parameters, headers: request.headers, body });
      const answer = answers.get(action);
      if (answer?.kind === "silence") return;
      if (answer?.kind === "hang-up") {
        request.socket.destroy();
        return;
      }
      const [status, xml] = written(action, answer);
      response.writeHead(status, { "content-type": "text/xml" }).end(xml);
    });
  });
  return { server, requests, answers };
}

const NAMESPACE = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
/** Must be seen nowhere. */
export const SESSION_SECRET = "SecretOfTheSessionThatIsThrownAway000000";

function written(action: string, answer: Answer | undefined): readonly [number, string] {
  switch (answer?.kind) {
    case "identity":
      return [
        200,
        result(
          action,
          `<Arn>${answer.arn}</Arn><UserId>AROAEXAMPLE:x</UserId><Account>${answer.account}</Account>`,
        ),
      ];
    case "session":
      return [
        200,
        result(
          action,
          `<AssumedRoleUser><AssumedRoleId>AROAEXAMPLE:x</AssumedRoleId><Arn>${answer.arn}</Arn></AssumedRoleUser>
           <Credentials><AccessKeyId>ASIASESSIONEXAMPLE00</AccessKeyId><SecretAccessKey>${SESSION_SECRET}</SecretAccessKey>
           <SessionToken>TokenOfTheSession</SessionToken><Expiration>2030-01-31T12:34:56Z</Expiration></Credentials>`,
        ),
      ];
    case "error":
      return [
        answer.status,
        `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>${answer.code}</Code><Message>${answer.message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
      ];
    default:
      return [500, "no answer was prepared"];
  }
}

function result(action: string, content: string): string {
  return `<${action}Response ${NAMESPACE}><${action}Result>${content}</${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`;
}
