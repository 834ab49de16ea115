import { Outlet } from "react-router";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Shell() {
  return (
    <>
      <header className="shell-header">
        <a href="#/" className="shell-name">
          S3 Handshake
        </a>
        <ThemeSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
