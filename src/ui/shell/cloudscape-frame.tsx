import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { useEffect } from "react";
import { Outlet } from "react-router";
import { keepForOffline } from "#platform/offline.ts";

/** Cloudscape's labels ("Remove", "Next", "Required") come from here; without it buttons have no text. */
export function Component() {
  useEffect(keepForOffline, []);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <Outlet />
    </I18nProvider>
  );
}
