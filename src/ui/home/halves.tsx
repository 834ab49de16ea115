import { TWO_ACCOUNTS } from "#core/side.ts";
import type { Half } from "./home-content.ts";

/** The idea at a glance: two documents, one in each account, that name the same things. */
export function Halves({ halves }: { readonly halves: readonly Half[] }) {
  if (halves.length === 0) return null;
  return (
    <figure className="halves">
      {halves.map(({ side, title, account, parts }) => (
        <div key={side} className={`half half-${side}`}>
          <p className="half-side">
            {TWO_ACCOUNTS[side].name} <span>{account}</span>
          </p>
          <p className="half-title">{title}</p>
          <pre>
            <code>
              {parts.map(({ text, match }, index) =>
                match === undefined ? (
                  text
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change their places
                  <mark key={index} className={`match-${match}`}>
                    {text}
                  </mark>
                ),
              )}
            </code>
          </pre>
        </div>
      ))}
      <figcaption>
        An excerpt of the worked example: what both documents name must match to the letter.
      </figcaption>
    </figure>
  );
}
