import type { Draft } from "#core/parameters/parameter.ts";
import { ACCOUNT_A, exampleDraft, iamUser } from "#core/parameters/running-example.ts";

/** The user that the cases are about, and the running example without an account B. */
export const settings = { userName: "vendor-acme", userPath: "/vendors/" };
export const vendor = iamUser("vendor-acme", "/vendors/", ACCOUNT_A);

export function vendorDraft(changes: NonNullable<Parameters<typeof exampleDraft>[1]>): Draft {
  return { ...exampleDraft("iam-user", changes), consumer: { ...changes.consumer } };
}
