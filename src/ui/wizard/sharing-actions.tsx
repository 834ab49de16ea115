import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { answersText } from "#core/advisor/answers.ts";
import { answersOf } from "#core/advisor/settled.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { forgetDraft } from "#platform/draft-storage.ts";
import { STORED_AS } from "./keep-session.ts";
import { byBetterMethod, byMethod, newSession, type Session } from "./session.ts";

interface OpenOther {
  readonly method: Method;
  /** The sharing as it is now. */
  readonly session: () => Session;
  readonly onOpen: (session: Session, stepId: string, how: "push") => void;
}

/** The same values by another method. */
export function ChangeMethod({ method, session, onOpen }: OpenOther) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="inline-link" formAction="none" onClick={() => setAsking(true)}>
        Change method
      </Button>
      <Modal
        visible={asking}
        header="Change the method"
        onDismiss={() => setAsking(false)}
        footer={
          <Box float="right">
            <Button variant="link" onClick={() => setAsking(false)}>
              Keep {method.title}
            </Button>
          </Box>
        }
      >
        <p className="modal-text">
          Accounts, locations, principals and guardrails come along where the other method asks for
          them. You are told what stays behind.
        </p>
        <p className="modal-text">
          <a
            className="sh-link"
            href={`#/advisor?${answersText(answersOf(method, session().draft))}`}
          >
            Not sure? Answer a few questions
          </a>{" "}
          ·{" "}
          <a className="sh-link" href="#/compare">
            Compare all methods
          </a>
        </p>
        <ul className="methods">
          {METHODS.filter(({ id }) => id !== method.id).map((other) => (
            <li key={other.id}>
              <Button
                onClick={() => {
                  setAsking(false);
                  onOpen(byMethod(session(), other), other.steps[0]?.id ?? "", "push");
                }}
              >
                {other.title}
              </Button>
              <span>{other.summary}</span>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}

/** Where the method itself says that another one is to be preferred. */
export function BetterMethod({ method, session, onOpen }: OpenOther) {
  const better = METHODS.find(({ id }) => id === method.better?.method);
  if (method.better === undefined || better === undefined) return null;
  return (
    <Alert
      type="info"
      header={`${better.title} is the better way where it can be used`}
      action={
        <Button
          formAction="none"
          onClick={() =>
            onOpen(byBetterMethod(session(), better), better.steps[0]?.id ?? "", "push")
          }
        >
          Change to {better.title}
        </Button>
      }
    >
      {method.better.why} Your values come along.
    </Alert>
  );
}

export function StartOver({ method, onOpen }: OpenOther) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="inline-link" formAction="none" onClick={() => setAsking(true)}>
        Start over
      </Button>
      <Modal
        visible={asking}
        header="Start over?"
        onDismiss={() => setAsking(false)}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={() => setAsking(false)}>
                Cancel
              </Button>
              <Button
                variant="primary"
                onClick={() => {
                  setAsking(false);
                  forgetDraft(STORED_AS);
                  onOpen(newSession(method), method.steps[0]?.id ?? "", "push");
                }}
              >
                Empty all values
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        All values of this sharing are emptied in this tab. Links and files made from it keep
        theirs.
      </Modal>
    </>
  );
}
