import type { Check } from "./check.ts";
import { accountsDiffer, minTlsRequiresTls, rangesLimit, regionIsKnown } from "./check-accounts.ts";
import { bucketsAreInPartition, keysFit, ownObjectsOnly } from "./check-buckets.ts";
import { bucketsAreOwners, locationsAreDistinct, prefixesAreMeant } from "./check-locations.ts";
import {
  principalsAreConsumers,
  principalsAreDistinct,
  principalsAreInPartition,
} from "./check-principals.ts";

/** Run by `parseAgreement` in this order, each only for methods that use all the values it needs. */
export const CHECKS: readonly Check[] = [
  accountsDiffer,
  regionIsKnown,
  bucketsAreOwners,
  prefixesAreMeant,
  locationsAreDistinct,
  bucketsAreInPartition,
  keysFit,
  ownObjectsOnly,
  principalsAreConsumers,
  principalsAreInPartition,
  principalsAreDistinct,
  minTlsRequiresTls,
  rangesLimit,
];
