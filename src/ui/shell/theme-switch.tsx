import { COLOR_MODES, setColorMode, useColorMode } from "./color-mode.ts";

const LABELS = { system: "System", light: "Light", dark: "Dark" } as const;

export function ThemeSwitch() {
  const { chosen } = useColorMode();
  return (
    <fieldset className="theme-switch">
      <legend>Theme</legend>
      {COLOR_MODES.map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name="theme"
            value={mode}
            checked={chosen === mode}
            onChange={() => setColorMode(mode)}
          />
          <span>{LABELS[mode]}</span>
        </label>
      ))}
    </fieldset>
  );
}
