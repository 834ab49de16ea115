import type { MouseEvent } from "react";
import { useNavigate } from "react-router";
import type { Example } from "./home-content.ts";

export function Examples({ examples }: { readonly examples: readonly Example[] }) {
  const navigate = useNavigate();
  if (examples.length === 0) return null;

  const open = (event: MouseEvent, href: string) => {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere || event.button !== 0) return;
    event.preventDefault();
    void import("#ui/shell/open-sharing.ts").then(({ openExample }) => {
      const opened = openExample(href);
      if (opened.ok) return navigate(opened.to, { state: opened.state });
      location.assign(href);
    });
  };

  return (
    <section aria-labelledby="examples-heading">
      <h2 id="examples-heading">Worked examples</h2>
      <p className="home-intro">Filled in completely. Look at the review, then change any value.</p>
      <ul className="examples">
        {examples.map(({ id, title, description, method, href }) => (
          <li key={id}>
            <a href={href} onClick={(event) => open(event, href)}>
              {title}
            </a>
            <span className="example-method">{method}</span>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
