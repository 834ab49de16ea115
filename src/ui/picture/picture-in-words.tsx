import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { useState } from "react";
import type { Picture } from "#core/methods/method.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { Sides } from "#core/side.ts";
import { drawnBy, pictureSentences } from "./picture-text.ts";

export function PictureInWords(props: {
  readonly picture: Picture;
  readonly documents: readonly SharingDocument[];
  readonly sides: Sides;
}) {
  const [expanded, setExpanded] = useState(false);
  return (
    <ExpandableSection
      headerText="The picture in words"
      variant="footer"
      expanded={expanded}
      onChange={({ detail }) => setExpanded(detail.expanded)}
    >
      {expanded && (
        <ul className="picture-words">
          {pictureSentences(props.picture).map((sentence) => (
            <li key={sentence.id}>
              <strong>{sentence.from}</strong> → {sentence.verbs} → <strong>{sentence.to}</strong>{" "}
              <span className="picture-by">
                by {drawnBy(sentence.documents, props.documents, props.sides).join(" and ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ExpandableSection>
  );
}
