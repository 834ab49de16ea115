import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { Outlet } from "react-router";

/** Cloudscape's labels ("Remove", "Next", "Required") come from here; without it buttons have no text. */
export function Component() {
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <Outlet />
    </I18nProvider>
  );
}
