/** Long after the form is there: nothing that a person waits for is held up. */
const DELAY_MILLISECONDS = 8000;

/**
 * From the first sharing on, the page is kept for when there is no network. Where the browser does
 * not offer it (plain http, private windows) nothing changes.
 */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  setTimeout(() => {
    navigator.serviceWorker.register("./service-worker.js").catch(() => {});
  }, DELAY_MILLISECONDS);
}
