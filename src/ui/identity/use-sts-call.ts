import { useMutation } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Credentials } from "#core/credentials/credentials.ts";
import type { StsCall, StsOutcome } from "#platform/sts.ts";

/** After this long without an answer the screen says that it is still waiting. */
const LONG_MILLISECONDS = 4000;

/** What is kept of a call while it runs: nothing secret, since the cache of mutations holds it. */
interface Asked {
  readonly region: string;
}

export interface StsCallState<Answer> {
  readonly answer: StsOutcome<Answer> | undefined;
  readonly running: boolean;
  /** It has been running for a while. */
  readonly long: boolean;
  readonly start: (asked: Asked) => void;
  readonly cancel: () => void;
  /** Forgets the answer. */
  readonly reset: () => void;
}

/**
 * One call at a time. Credentials come from `take` when the call begins and stay in the call: they
 * are no variable, no key and no answer of the mutation. Leaving the screen cancels the call.
 */
export function useStsCall<Answer>(
  take: () => Credentials | undefined,
  ask: (call: StsCall) => Promise<StsOutcome<Answer>>,
): StsCallState<Answer> {
  const controller = useRef<AbortController>(undefined);
  const { mutate, reset, data, isPending } = useMutation({
    gcTime: 0,
    retry: false,
    networkMode: "always",
    mutationFn: async ({ region }: Asked): Promise<StsOutcome<Answer>> => {
      const credentials = take();
      if (credentials === undefined) return { kind: "cancelled" };
      const { signal } = renewed(controller);
      return Promise.race([ask({ region, credentials, signal }), cancelled(signal)]);
    },
  });
  useEffect(() => () => controller.current?.abort(), []);
  const long = useLong(isPending);
  return {
    answer: isPending ? undefined : data,
    running: isPending,
    long,
    start: mutate,
    cancel: () => controller.current?.abort(),
    reset,
  };
}

/** Nobody waits for what cannot be stopped, such as a program that is being fetched. */
function cancelled(signal: AbortSignal): Promise<{ readonly kind: "cancelled" }> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve({ kind: "cancelled" }), { once: true });
  });
}

function renewed(controller: RefObject<AbortController | undefined>): AbortController {
  controller.current?.abort();
  controller.current = new AbortController();
  return controller.current;
}

function useLong(running: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLong(true), LONG_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [running]);
  return long;
}
