/** AWS's page that says so, small after the sentence. */
export function SourceLink(props: { readonly source: string; readonly about: string }) {
  return (
    <a
      className="sh-link source-link"
      href={props.source}
      target="_blank"
      rel="noreferrer"
      aria-label={`AWS's page on ${props.about} (opens in a new tab)`}
    >
      AWS
    </a>
  );
}
