const PROMISES = [
  {
    title: "True",
    text: "Every document grants exactly what the form says, in the form AWS accepts. What a command replaces, it saves first.",
  },
  {
    title: "Both sides",
    text: "At every moment each owner sees what is theirs to do, what the other must do, and in which order.",
  },
  {
    title: "Nothing to fear",
    text: "It runs from static files, without credentials. A link never carries a secret.",
  },
];

export function Promises() {
  return (
    <section className="home-band" aria-labelledby="promises-heading">
      <h2 id="promises-heading">Three promises</h2>
      <dl className="promises">
        {PROMISES.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
