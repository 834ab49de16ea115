import {
  createContext,
  type ReactNode,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
} from "react";
import type { Finding, Findings } from "#core/lint/finding.ts";
import { findings } from "#core/lint/findings.ts";
import { fixedText } from "#core/lint/fixed-text.ts";
import { isPolicy } from "#core/policy/document.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { todayInUtc } from "#platform/clock.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** The last fix that was made, while nobody has changed the document since. */
export interface MadeFix {
  readonly label: string;
  readonly documentId: string;
  readonly undo: () => void;
}

interface Judgement {
  readonly findings: Findings;
  /** Texts of which nothing can be said: they are no policy documents at present. */
  readonly unreadable: readonly EffectiveDocument[];
  readonly fix: (finding: Finding) => void;
  readonly made: MadeFix | undefined;
  /** Goes up whenever a fix is made or taken back: an editor then takes the text anew. */
  readonly turn: number;
}

const FindingsContext = createContext<Judgement | undefined>(undefined);

interface Change {
  readonly documentId: string;
  readonly label: string;
  /** Undefined: there was no hand edit. */
  readonly before: string | undefined;
  readonly after: string;
}

/** Judges the documents as they stand, hand edits included; typing is drawn first. */
export function FindingsProvider(props: { readonly children: ReactNode }) {
  const { prepared, documents: present, edits, editDocument } = useSharing();
  const documents = useDeferredValue(present);
  const [today] = useState(todayInUtc);
  const [change, setChange] = useState<Change>();
  const [turn, setTurn] = useState(0);
  const judged = useMemo(
    () =>
      findings({
        ...prepared,
        documents: documents.filter(({ problem }) => problem === undefined),
        today,
      }),
    [prepared, documents, today],
  );
  const value = useMemo((): Judgement => {
    const textOf = (id: string) => present.find(({ document }) => document.id === id)?.text;
    const write = (id: string, text: string | undefined) => {
      editDocument(id, text);
      setTurn((before) => before + 1);
    };
    return {
      findings: judged,
      unreadable: documents.filter(({ problem }) => problem !== undefined),
      turn,
      fix: ({ document: id, fix }) => {
        const judgedOf = documents.find(({ document }) => document.id === id);
        if (judgedOf === undefined || fix === undefined || !isPolicy(judgedOf.document)) return;
        const { document, text, generatedText } = judgedOf;
        // Somebody has typed since: another judgement is on its way.
        if (textOf(document.id) !== text) return;
        const after = fixedText({ document, text }, fix);
        const before = edits.get(document.id);
        setChange({ documentId: document.id, label: fix.label, before, after });
        write(document.id, after === generatedText ? undefined : after);
      },
      made:
        change === undefined || textOf(change.documentId) !== change.after
          ? undefined
          : {
              label: change.label,
              documentId: change.documentId,
              undo: () => {
                setChange(undefined);
                write(change.documentId, change.before);
              },
            },
    };
  }, [judged, documents, present, edits, editDocument, change, turn]);
  return <FindingsContext value={value}>{props.children}</FindingsContext>;
}

/** Undefined where documents are not judged. */
export function useFindings(): Judgement | undefined {
  return useContext(FindingsContext);
}
