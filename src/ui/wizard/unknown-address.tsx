import { Link } from "react-router";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { stopsOf } from "./step-progress.ts";
import "./arrival.css";

export function UnknownMethod(props: { readonly methodId: string }) {
  return (
    <div className="notice">
      <title>No such method · S3 Handshake</title>
      <h1>There is no method “{props.methodId}”</h1>
      <p>
        The address may be from another version of this page, or mistyped. These are the methods:
      </p>
      <ul className="notice-list">
        {METHODS.map(({ id, title, summary }) => (
          <li key={id}>
            <Link to={`/${id}`}>{title}</Link>
            <span>{summary}</span>
          </li>
        ))}
      </ul>
      <p>
        Not sure which? <Link to="/">Let the start page advise you</Link>.
      </p>
    </div>
  );
}

export function UnknownStep(props: { readonly method: Method; readonly stepId: string }) {
  const { method, stepId } = props;
  return (
    <div className="notice">
      <title>No such step · S3 Handshake</title>
      <h1>
        {method.title} has no step “{stepId}”
      </h1>
      <p>Nothing of what you filled in is lost. Go on with one of its steps:</p>
      <ol className="notice-list">
        {stopsOf(method).map(({ id, title, step }) => (
          <li key={id}>
            <Link to={`/${method.id}/${id}`}>{title}</Link>
            {step !== undefined && <span>{step.description}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
