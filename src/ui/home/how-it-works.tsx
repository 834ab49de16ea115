const STEPS = [
  {
    title: "Choose the method",
    text: "Each one says when to pick it, when not, and whose credentials are used.",
  },
  {
    title: "Fill in your half",
    text: "Every field has AWS's own name, an example, and the command that finds the value.",
  },
  {
    title: "Send the link",
    text: "The other owner sees what is missing on their side, fills it in and sends a link back.",
  },
  {
    title: "Review, then hand over",
    text: "Both accounts' documents side by side; then who runs what, in which order, with the undo.",
  },
];

export function HowItWorks() {
  return (
    <section className="home-band" aria-labelledby="how-heading">
      <h2 id="how-heading">How it works</h2>
      <ol className="how">
        {STEPS.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
