/** Listens for the browser's word that the Content-Security-Policy kept a connection to `endpoint` from being made. */
export function watchForBlocking(endpoint: string): {
  readonly isBlocked: () => boolean;
  readonly stop: () => void;
} {
  let blocked = false;
  const controller = new AbortController();
  document.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === "connect-src" && blockedURI.startsWith(endpoint)) blocked = true;
    },
    { signal: controller.signal },
  );
  return { isBlocked: () => blocked, stop: () => controller.abort() };
}
