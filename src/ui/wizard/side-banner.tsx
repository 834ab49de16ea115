import Button from "@cloudscape-design/components/button";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { SIDES } from "#core/side.ts";
import { useSharing } from "./sharing-context.tsx";
import { errorsOfSide, HAND_OVER } from "./step-progress.ts";

/** Whoever opened a link made for one side is told what is theirs: values to fill in, steps to do. */
export function SideBanner(props: { readonly onGo: (stepId: string) => void }) {
  const { prepared, side, goToField } = useSharing();
  if (side === undefined) return null;
  const { sides } = prepared.method;
  const asked = sidesWithAccount(prepared.method);
  const missing = errorsOfSide(prepared, side);
  const first = missing[0]?.at;
  const steps = prepared.plan.steps.filter((step) => step.side === side).length;
  const other = SIDES.find((one) => one !== side) ?? side;
  const theirs = errorsOfSide(prepared, other).length;
  return (
    <section className={`side-banner side-${side}`} aria-label="Your part">
      <p>
        <b>
          You are{" "}
          {asked.includes(side) ? `${sides[side].inSentence}'s owner` : sides[side].inSentence}:
        </b>{" "}
        {missing.length === 0 ? "none of your values is missing" : values(missing.length)},{" "}
        {steps === 1 ? "1 step is yours" : `${steps} steps are yours`}.
        {missing.length === 0 &&
          theirs > 0 &&
          ` ${asked.includes(other) ? `${sides[other].atStart}'s owner` : sides[other].atStart} still has ${theirs === 1 ? "1 value" : `${theirs} values`} to fill in: send the link back from Hand over.`}
      </p>
      {first === undefined ? (
        <Button formAction="none" onClick={() => props.onGo(HAND_OVER)}>
          See your steps
        </Button>
      ) : (
        <Button formAction="none" variant="primary" onClick={() => goToField(first)}>
          Go to the first missing value
        </Button>
      )}
    </section>
  );
}

function values(count: number): string {
  return count === 1 ? "1 value is missing" : `${count} values are missing`;
}
