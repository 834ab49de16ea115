import type { MethodTile } from "./home-content.ts";

export function MethodTiles({ methods }: { readonly methods: readonly MethodTile[] }) {
  return (
    <section className="home-band" id="methods" aria-labelledby="methods-heading">
      <h2 id="methods-heading">Choose a method</h2>
      <p className="home-intro">
        Both owners must use the same one. Whoever starts chooses; the link carries the choice.{" "}
        <a className="sh-link" href="#/advisor">
          Not sure? Answer a few questions
        </a>{" "}
        ·{" "}
        <a className="sh-link" href="#/compare">
          Compare all methods
        </a>
      </p>
      <ul className="tiles">
        {methods.map(({ id, title, summary, tradeOffs, href }) => (
          <li key={id} className="tile">
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{summary}</p>
            <dl>
              <dt>Pick it when</dt>
              <dd>{tradeOffs.pickWhen}</dd>
              <dt>Avoid it when</dt>
              <dd>{tradeOffs.avoidWhen}</dd>
              <dt>Credentials</dt>
              <dd>{tradeOffs.credentials}</dd>
              <dt>Scale</dt>
              <dd>{tradeOffs.scale}</dd>
            </dl>
            <p className="tile-go" aria-hidden="true">
              Start
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
