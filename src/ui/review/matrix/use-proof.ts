import { useDeferredValue, useMemo } from "react";
import type { Prepared } from "#core/methods/method.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import { type Matrix, proofMatrix } from "#core/proof/matrix.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

const NONE: readonly Surrounding[] = [];

export interface LiveProof {
  readonly prepared: Prepared;
  readonly documents: readonly EffectiveDocument[];
  readonly matrix: Matrix;
  /** It is still that of the texts before the last keys. */
  readonly checking: boolean;
}

/** The proof of the documents with their edits. Keys are drawn first: the proof of a large sharing takes some frames. */
export function useProof(): LiveProof {
  const { prepared, documents } = useSharing();
  const present = useMemo(() => ({ prepared, documents }), [prepared, documents]);
  const judged = useDeferredValue(present);
  const matrix = useMatrix(judged.prepared, judged.documents);
  return { ...judged, matrix, checking: judged !== present };
}

export function useMatrix(
  prepared: Prepared,
  documents: readonly EffectiveDocument[],
  surroundings = NONE,
): Matrix {
  return useMemo(
    () => proofMatrix({ ...prepared, documents, surroundings }),
    [prepared, documents, surroundings],
  );
}
