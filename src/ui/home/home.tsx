import { Examples } from "./examples.tsx";
import { Halves } from "./halves.tsx";
import type { HomeContent } from "./home-content.ts";
import { HowItWorks } from "./how-it-works.tsx";
import { MethodTiles } from "./method-tiles.tsx";
import { OpenPanel } from "./open-panel.tsx";
import { Promises } from "./promises.tsx";
import { WhatStays } from "./what-stays.tsx";

export function Home({ content }: { readonly content: HomeContent }) {
  return (
    <div className="home">
      <div className="home-hero">
        <div className="home-band home-hero-columns">
          <div className="home-hero-words">
            <h1>Share S3 data between two AWS accounts</h1>
            <p className="home-lead">
              Each account holds half of the permission, and one wrong ARN is a bare{" "}
              <code>AccessDenied</code>. Fill in what each side knows and get both accounts'
              policies, the commands that put them in place, and the way to undo them.
            </p>
            <p className="home-actions">
              <a className="sh-button sh-button-primary" href="#methods">
                Choose a method
              </a>
              <a className="sh-button" href="#/advisor">
                Help me choose
              </a>
              <a className="sh-button" href="#open">
                Open a link or file
              </a>
            </p>
            <p className="home-facts">
              No sign-in · no server · no credentials needed · works offline
            </p>
          </div>
          <Halves halves={content.halves} />
        </div>
      </div>
      <MethodTiles methods={content.methods} />
      <OpenPanel />
      <HowItWorks />
      <Examples examples={content.examples} />
      <Promises />
      <WhatStays />
    </div>
  );
}
