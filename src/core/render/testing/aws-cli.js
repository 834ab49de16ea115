import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { accessGrantsAnswers } from "./aws-access-grants.js";
import { bucketAnswers } from "./aws-buckets.js";
import { iamAnswers } from "./aws-iam.js";
import { keyAndSessionAnswers } from "./aws-keys-and-sessions.js";
import { printed } from "./aws-query.js";
import { quickSightAnswers } from "./aws-quicksight.js";

const WRITES =
  /^(put|create|update|delete|attach|detach|accept|associate|disassociate|dissociate)-/;

/**
 * Answers one call of the AWS CLI with its own words, and notes it in the state of the two accounts.
 * What ends a call early is thrown: `{ status, errors }`.
 *
 * @param {{words: string[], folder: string, accessKeyId: string}} call
 * @param {any} state changed in place
 * @returns {string} what the CLI prints
 */
export function awsAnswer({ words, folder, accessKeyId }, state) {
  const { args, operands } = parsedWords(words, folder);
  const [service = "", command = ""] = words;
  const operation = `${service} ${command}`;
  const session = args["--profile"] === undefined && accessKeyId.startsWith("ASIA");
  const caller =
    (session ? state.sessions[accessKeyId] : undefined) ?? state.callers[args["--profile"] ?? ""];
  const writes = WRITES.test(command);
  state.calls.push({ operation, words: words.slice(2), args, caller: caller?.arn ?? "", writes });

  const refuse = (code, message) => {
    const name = command.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
    const said = `An error occurred (${code}) when calling the ${name} operation: ${message}`;
    throw { status: 254, errors: `\n${said}\n` };
  };
  if (!caller) {
    const errors = `\nThe config profile (${args["--profile"]}) could not be found\n`;
    throw { status: 255, errors };
  }
  const fault = state.faults.find((one) => one.operation === operation && one.times > 0);
  if (fault) {
    fault.times -= 1;
    if (fault.kill) throw { status: "kill", errors: "" };
    refuse(fault.code, fault.message);
  }
  if (service === "quicksight" && args["--aws-account-id"] !== caller.account)
    refuse("AccessDeniedException", "Account is not authorized to perform this operation");
  if (service === "s3api") {
    const bucket = state.buckets[args["--bucket"]];
    if (!bucket) refuse("NoSuchBucket", "The specified bucket does not exist");
    if (args["--expected-bucket-owner"] !== bucket.owner) refuse("AccessDenied", "Access Denied");
  }
  const world = { state, args, caller, operands, folder, refuse };
  const answers = {
    ...keyAndSessionAnswers(world),
    ...bucketAnswers(world),
    ...quickSightAnswers(world),
    ...iamAnswers(world),
    ...accessGrantsAnswers(world),
  };
  const answer = answers[operation] ?? usage(`argument operation: Invalid choice: ${operation}`);
  const result = answer();
  return result === undefined ? "" : `${printed(result, args)}\n`;
}

function usage(message) {
  const errors = `usage: aws [options] <command> <subcommand>\naws: error: ${message}\n`;
  throw { status: 252, errors };
}

function parsedWords(words, folder) {
  // What the caller read itself, or a file.
  const value = (text) => {
    if (text.startsWith("held:")) return text.slice("held:".length);
    return text.startsWith("file://") ? readFileSync(resolve(folder, text.slice(7)), "utf8") : text;
  };
  const args = {};
  const operands = [];
  for (let index = 2; index < words.length; index += 1) {
    const word = words[index];
    const joined = /^(--[a-z0-9-]+)=(.*)$/s.exec(word);
    if (joined) args[joined[1]] = value(joined[2]);
    else if (/^--no-/.test(word)) args[word] = "yes";
    else if (word.startsWith("--")) {
      const next = words[index + 1];
      if (next === undefined || next.startsWith("-"))
        usage(`argument ${word}: expected one argument`);
      args[word] = value(next);
      index += 1;
    } else operands.push(word);
  }
  return { args, operands };
}
