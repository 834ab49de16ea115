const FACTS = [
  {
    what: "What you type",
    where:
      "In this tab, and in the part of the address after #, which browsers never send to a server.",
  },
  {
    what: "Over a reload",
    where: "In the tab's session storage, which ends with the tab. It can be switched off.",
  },
  {
    what: "In a link",
    where:
      "The form's values: account IDs, bucket names, ARNs. Whoever has the link can read them. Never credentials.",
  },
  {
    what: "Credentials",
    where:
      "Never needed. If you choose the identity check, they go from this browser to AWS STS for one call, and are kept nowhere.",
  },
  {
    what: "Requests",
    where:
      "Only for this page's own files, and to AWS STS when you ask for the identity check. The Content-Security-Policy forbids every other address.",
  },
  {
    what: "On this device",
    where:
      "The page's own files, for when you are offline, and how you like to see it (theme, editor). No cookies, no identifiers, no telemetry.",
  },
];

export function WhatStays() {
  return (
    <section className="home-band" aria-labelledby="stays-heading">
      <h2 id="stays-heading">What never leaves the browser</h2>
      <p className="home-intro">
        Everything you enter, unless you ask AWS STS who you are. In detail, for whoever reviews it:
      </p>
      <dl className="stays">
        {FACTS.map(({ what, where }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{where}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
