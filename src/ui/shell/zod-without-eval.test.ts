import { expect, it, vi } from "vitest";
import { keepZodFromEvaluating } from "./zod-without-eval.ts";

// Zod reads its settings when it is first loaded, so this wants a process of its own.
it("reaches zod although zod is loaded later, so that no code is evaluated", async () => {
  keepZodFromEvaluating();
  const evaluated = vi.spyOn(globalThis, "Function");
  const { z } = await import("zod");
  expect(z.config().jitless).toBe(true);
  const schema = z.object({ account: z.string() });
  expect(schema.parse({ account: "011122223333" })).toEqual({ account: "011122223333" });
  expect(evaluated).not.toHaveBeenCalled();
});
