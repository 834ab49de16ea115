import { useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { DropTarget } from "./drop-target.tsx";
import { Mark } from "./mark.tsx";
import { MendedNotice } from "./mended-notice.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Shell() {
  useFocusOnHeading();
  return (
    <>
      <a className="shell-skip" href="#main">
        Skip to the main content
      </a>
      <header className="shell-header">
        <div className="shell-header-row">
          <a href="#/" className="shell-name">
            <Mark />
            S3 Handshake
          </a>
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" className="shell-main" tabIndex={-1}>
        <MendedNotice />
        <Outlet />
      </main>
      <footer className="shell-footer">
        <p>S3 Handshake is free software (Apache-2.0) and no product of Amazon Web Services.</p>
      </footer>
      <DropTarget />
      <ScrollRestoration />
    </>
  );
}

/**
 * Opening another screen moves the focus to its heading. Inside one sharing the wizard does this
 * itself: it knows when a field was asked for instead.
 */
function useFocusOnHeading(): void {
  const { pathname } = useLocation();
  const shown = useRef(screenOf(pathname));
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>("#main h1");
    // An address that leads on to another one has no heading yet.
    if (shown.current === screenOf(pathname) || heading === null) return;
    shown.current = screenOf(pathname);
    if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname]);
}

function screenOf(pathname: string): string {
  return pathname.split("/")[1] ?? "";
}
