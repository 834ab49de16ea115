import { type FormEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { FOLLOWED_BY_REACT } from "#ui/shell/hold-for-react.ts";
import type { Opened } from "#ui/shell/open-sharing.ts";

export function OpenPanel() {
  const linkInput = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const fileInput = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();

  const follow = async (opened: Opened) => {
    if (opened.ok) await navigate(opened.to, { state: opened.state });
    else setProblem(opened.message);
  };
  const openLink = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const { openPastedLink } = await import("#ui/shell/open-sharing.ts");
    await follow(openPastedLink(linkInput.current?.value ?? ""));
  };
  const openFile = async (file: File | undefined) => {
    setProblem(undefined);
    if (file === undefined) return;
    const { openAgreementFile } = await import("#ui/shell/open-sharing.ts");
    await follow(await openAgreementFile(file));
    if (fileInput.current !== null) fileInput.current.value = "";
  };

  return (
    <section className="home-band home-open" id="open" aria-labelledby="open-heading">
      <div>
        <h2 id="open-heading">Open a link or an agreement file</h2>
        <p className="home-intro">
          The other owner sent you one of these. It opens on what is yours to do, and nothing can be
          copied from it before you have confirmed the account IDs it names.
        </p>
        <p className="home-intro">
          To end a sharing, paste the policy that makes it:{" "}
          <a className="sh-link" href="#/end">
            take a sharing out of a policy
          </a>
        </p>
      </div>
      <div>
        <form
          className="open-link"
          {...FOLLOWED_BY_REACT}
          onSubmit={(event) => void openLink(event)}
        >
          <label htmlFor="open-link">Link</label>
          <div className="open-link-row">
            <input
              ref={linkInput}
              id="open-link"
              type="text"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://…/#/bucket-policy/review?v=1&…"
              aria-describedby="open-problem"
            />
            <button type="submit" className="sh-button">
              Open
            </button>
          </div>
        </form>
        <div className="open-file">
          <input
            {...FOLLOWED_BY_REACT}
            ref={fileInput}
            id="open-file"
            className="sh-visually-hidden"
            type="file"
            accept=".json,application/json"
            aria-describedby="open-problem"
            onChange={(event) => void openFile(event.target.files?.[0])}
          />
          <label htmlFor="open-file" className="sh-button">
            Choose an agreement file
          </label>
          <span>or drop it anywhere on this page</span>
        </div>
        <div id="open-problem" role="alert">
          {problem !== undefined && <p className="sh-message-error">{problem}</p>}
        </div>
      </div>
    </section>
  );
}
