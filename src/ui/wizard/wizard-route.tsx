import { useParams } from "react-router";

export function Component() {
  const { methodId, stepId } = useParams();
  return (
    <h1>
      {methodId} {stepId}
    </h1>
  );
}
