import { useEffect, useRef, useState } from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { changedLines } from "./changed-lines.ts";

/** Long enough that typing a word is told once, at its end. */
const QUIET_MS = 1500;

/** One sentence for screen readers on what the last pause's input changed; "" before anything did. */
export function useChangeReport(documents: readonly EffectiveDocument[]): string {
  const [report, setReport] = useState("");
  const told = useRef(documents);
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = told.current;
      told.current = documents;
      const sentence = changeReport(before, documents);
      if (sentence !== "") setReport(sentence);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [documents]);
  return report;
}

export function changeReport(
  before: readonly EffectiveDocument[],
  after: readonly EffectiveDocument[],
): string {
  const earlier = new Map(before.map(({ document, text }) => [document.id, text]));
  const parts = after.flatMap(({ document, text }) => {
    const old = earlier.get(document.id);
    if (old === text) return [];
    if (old === undefined) return [`${document.title} is new`];
    const { size } = changedLines(old.split("\n"), text.split("\n"));
    return [
      size === 0 ? `${document.title} got shorter` : `${document.title}: ${lines(size)} changed`,
    ];
  });
  if (parts.length > 3) return `${parts.length} documents changed.`;
  return parts.length === 0 ? "" : `${parts.join(". ")}.`;
}

function lines(count: number): string {
  return count === 1 ? "1 line" : `${count} lines`;
}
