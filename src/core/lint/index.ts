import { aclDisabled } from "#core/lint/rules/acl-disabled.ts";
import { actionResourceLevel } from "#core/lint/rules/action-resource-level.ts";
import { allActions } from "#core/lint/rules/all-actions.ts";
import { allowWithNot } from "#core/lint/rules/allow-with-not.ts";
import { awsManagedKey } from "#core/lint/rules/aws-managed-key.ts";
import { characters } from "#core/lint/rules/characters.ts";
import { conditionCase } from "#core/lint/rules/condition-case.ts";
import { conditionKey } from "#core/lint/rules/condition-key.ts";
import { conditionValue } from "#core/lint/rules/condition-value.ts";
import { defeatedGrant } from "#core/lint/rules/defeated-grant.ts";
import { duplicateSid } from "#core/lint/rules/duplicate-sid.ts";
import { escalation } from "#core/lint/rules/escalation.ts";
import { expired } from "#core/lint/rules/expired.ts";
import { expiredCondition } from "#core/lint/rules/expired-condition.ts";
import { externalId } from "#core/lint/rules/external-id.ts";
import { forAllValues } from "#core/lint/rules/for-all-values.ts";
import { foreignAction } from "#core/lint/rules/foreign-action.ts";
import { foreignResource } from "#core/lint/rules/foreign-resource.ts";
import { invalidPrincipal } from "#core/lint/rules/invalid-principal.ts";
import { invalidSid } from "#core/lint/rules/invalid-sid.ts";
import { keyAlias } from "#core/lint/rules/key-alias.ts";
import { lockOut } from "#core/lint/rules/lock-out.ts";
import { longLivedKeys } from "#core/lint/rules/long-lived-keys.ts";
import { mfa } from "#core/lint/rules/mfa.ts";
import { otherBuckets } from "#core/lint/rules/other-buckets.ts";
import { partitions } from "#core/lint/rules/partitions.ts";
import { prefixSlash } from "#core/lint/rules/prefix-slash.ts";
import { publicPrincipal } from "#core/lint/rules/public-principal.ts";
import { size } from "#core/lint/rules/size.ts";
import { structure } from "#core/lint/rules/structure.ts";
import { trustPolicyElements } from "#core/lint/rules/trust-policy-elements.ts";
import { unknownAction } from "#core/lint/rules/unknown-action.ts";
import { unknownElement } from "#core/lint/rules/unknown-element.ts";
import { version } from "#core/lint/rules/version.ts";
import { viaService } from "#core/lint/rules/via-service.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which findings of one place are told. */
export const RULES: readonly Rule[] = [
  structure,
  unknownElement,
  version,
  duplicateSid,
  invalidSid,
  trustPolicyElements,
  invalidPrincipal,
  publicPrincipal,
  unknownAction,
  foreignAction,
  actionResourceLevel,
  foreignResource,
  allActions,
  escalation,
  allowWithNot,
  otherBuckets,
  prefixSlash,
  keyAlias,
  partitions,
  conditionKey,
  conditionCase,
  conditionValue,
  viaService,
  externalId,
  mfa,
  forAllValues,
  defeatedGrant,
  lockOut,
  aclDisabled,
  awsManagedKey,
  longLivedKeys,
  expired,
  expiredCondition,
  characters,
  size,
];
