import type { MouseEvent } from "react";
import { useNavigate } from "react-router";
import { FOLLOWED_BY_REACT } from "#ui/shell/hold-for-react.ts";
import { opensElsewhere } from "#ui/shell/opens-elsewhere.ts";
import type { MethodExamples } from "./home-content.ts";

export function Examples({ examples }: { readonly examples: readonly MethodExamples[] }) {
  const navigate = useNavigate();
  if (examples.length === 0) return null;

  const open = (event: MouseEvent, href: string) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    void import("#ui/shell/open-sharing.ts").then(({ openExample }) => {
      const opened = openExample(href);
      if (opened.ok) return navigate(opened.to, { state: opened.state });
      location.assign(href);
    });
  };

  return (
    <section className="home-band" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Worked examples</h2>
      <p className="home-intro">
        Filled in completely: look at the review, then change any value into yours.
      </p>
      <div className="examples">
        {examples.map((method) => (
          <div key={method.id}>
            <h3 id={`examples-${method.id}`}>{method.title}</h3>
            <ul aria-labelledby={`examples-${method.id}`}>
              {method.examples.map(({ id, title, description, href }) => (
                <li key={id}>
                  <a href={href} {...FOLLOWED_BY_REACT} onClick={(event) => open(event, href)}>
                    {title}
                  </a>
                  <p>{description}</p>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
