interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string | null },
  ) => unknown;
}

/**
 * The Content-Security-Policy lets no text become a script or a script's address by itself. Workers
 * are named by addresses: those of this page's own files are let through, others are not.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (isOwnScript(url, document.baseURI) ? url : null),
  });
}

/** Below the page's own folder, wherever the page is hosted, and a script by its name. */
export function isOwnScript(url: string, page: string): boolean {
  const folder = new URL(".", page);
  const script = new URL(url, page);
  return (
    script.origin === folder.origin &&
    script.pathname.startsWith(folder.pathname) &&
    script.pathname.endsWith(".js")
  );
}
