import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { replacingDocuments } from "#core/existing/replacing-document.ts";
import type { Prepared } from "#core/methods/method.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import type { Merged } from "./read-and-merge.ts";
import {
  placeKey,
  readEntries,
  storeEntries,
  type ThereEntries,
  type ThereEntry,
  UNKNOWN,
} from "./there-choice.ts";

type ReadAndMerge = typeof import("./read-and-merge.ts").readAndMerge;

/** What is there already, and the sharing together with it. */
export interface There {
  /** Documents whose call replaces what is there, as they are without it. */
  readonly documents: readonly SharingPolicy[];
  readonly base: Prepared;
  readonly prepared: Prepared;
  readonly pastes: Merged["pastes"];
  readonly entryOf: (document: SharingPolicy) => ThereEntry;
  readonly change: (document: SharingPolicy, entry: ThereEntry) => void;
}

const QUIET_MS = 300;

/**
 * Keeps what was pasted for a reload of the tab and lays the sharing over it. What reads and judges it
 * is fetched when it is needed; until it is there nothing can be copied, so that nobody takes the
 * documents without it.
 */
export function useThereState(base: Prepared): There {
  const [entries, setEntries] = useState<ThereEntries>(readEntries);
  const [merging, setMerging] = useState<ReadAndMerge>();
  const documents = useMemo(() => replacingDocuments(base), [base]);
  const wanted = documents.some((document) => entries.get(placeKey(document))?.choice === "paste");
  useEffect(() => {
    if (!wanted || merging !== undefined) return;
    let left = false;
    void import("./read-and-merge.ts").then(({ readAndMerge }) => {
      if (!left) setMerging(() => readAndMerge);
    });
    return () => {
      left = true;
    };
  }, [wanted, merging]);
  useEffect(() => {
    const timer = setTimeout(() => storeEntries(entries), QUIET_MS);
    const store = () => storeEntries(entries);
    window.addEventListener("pagehide", store);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", store);
      store();
    };
  }, [entries]);
  const merged = useMemo<Merged>(() => {
    if (!wanted) return { prepared: base, pastes: new Map() };
    return merging === undefined
      ? { prepared: pending(base), pastes: new Map() }
      : merging(base, entries);
  }, [wanted, merging, base, entries]);
  const change = useCallback(
    (document: SharingPolicy, entry: ThereEntry) =>
      setEntries((before) => new Map(before).set(placeKey(document), entry)),
    [],
  );
  return useMemo(
    () => ({
      documents,
      base,
      ...merged,
      entryOf: (document) => entries.get(placeKey(document)) ?? UNKNOWN,
      change,
    }),
    [documents, base, merged, entries, change],
  );
}

function pending(base: Prepared): Prepared {
  const issue = { severity: "error", message: "What is there already is being read." } as const;
  return { ...base, complete: false, issues: [issue, ...base.issues] };
}

const ThereContext = createContext<There | undefined>(undefined);

export function ThereProvider(props: { readonly there: There; readonly children: ReactNode }) {
  return <ThereContext value={props.there}>{props.children}</ThereContext>;
}

/** Undefined outside the wizard. */
export function useThere(): There | undefined {
  return useContext(ThereContext);
}
