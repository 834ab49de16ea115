import type { NodeKind } from "./picture-cards.ts";

const OUTLINES: Readonly<Record<NodeKind, string>> = {
  principal: "M8 8.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14c.4-3 2.6-4.4 5.5-4.4s5.1 1.4 5.5 4.4Z",
  instance: "M8 1.8 14 4.4v3.4c0 3.4-2.5 5.6-6 6.6-3.5-1-6-3.2-6-6.6V4.4ZM5.4 8.2l1.8 1.8 3.6-3.8",
  role: "M2 11.5h12M3.5 11.5V9a4.5 4.5 0 0 1 9 0v2.5M6.5 4.7V8M9.5 4.7V8M2.5 14h11",
  user: "M8 8.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM1.5 14c.3-2.8 2-4.2 4.8-4.4M9 13a2 2 0 1 0 4 0 2 2 0 0 0-4 0Zm3.4-1.4 2.1-2.1",
  bucket:
    "M2 4c0-1.1 2.7-2 6-2s6 .9 6 2-2.7 2-6 2-6-.9-6-2Zm0 0 1.6 8.6c.2.8 2.1 1.4 4.4 1.4s4.2-.6 4.4-1.4L14 4",
  prefix: "M1.8 12.8v-9h4.4l1.6 1.9h6.4v7.1Z",
  key: "M9.2 6.8a3.6 3.6 0 1 0-3 3.2l1.3 1.3h1.7v1.7h1.7V14.5h3v-2.6Z",
};

/** 16 by 16, drawn in the current colour. */
export function NodeIcon(props: {
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <path
      className="picture-icon"
      d={OUTLINES[props.kind]}
      transform={`translate(${props.x} ${props.y})`}
    />
  );
}
