import Toggle from "@cloudscape-design/components/toggle";
import { useState } from "react";
import { keepsDrafts, setKeepsDrafts } from "#platform/draft-storage.ts";
import { ThereDocument } from "./there-document.tsx";
import { useThere } from "./use-there.tsx";
import "./there.css";

/** Above this many places each is folded. */
const MANY = 2;

/** For each document that replaces what is there: what that is. Nothing to ask where there is none. */
export function ThereSection() {
  const there = useThere();
  const [keeps, setKeeps] = useState(keepsDrafts);
  if (there === undefined || there.documents.length === 0) return null;
  const { documents } = there;
  return (
    <section className="there" aria-labelledby="there-title">
      <h3 className="review-title" id="there-title">
        What is there already
      </h3>
      <p className="there-lead">
        AWS replaces these policies as a whole. Paste what is there, and ours is put in beside it:
        everything else stays as it is written, and you see who gains and who loses.
      </p>
      {documents.map((document) => (
        <ThereDocument key={document.id} document={document} folded={documents.length > MANY} />
      ))}
      <p className="there-keeping">
        What you paste stays in this tab, and never goes into the link or agreement.json.
      </p>
      <Toggle
        checked={keeps}
        onChange={({ detail }) => {
          setKeepsDrafts(detail.checked);
          setKeeps(detail.checked);
        }}
        description="In the tab's session storage, which ends with the tab. Off, nothing that you have entered is kept."
      >
        Keep it over a reload
      </Toggle>
    </section>
  );
}
