import { setColorMode, THEME_SWITCH, useColorMode } from "./color-mode.ts";

const CHOICES = [
  { mode: "system", label: "System" },
  { mode: "light", label: "Light" },
  { mode: "dark", label: "Dark" },
] as const;

export function ThemeSwitch() {
  const { chosen } = useColorMode();
  return (
    <fieldset className="shell-theme">
      <legend className="sh-visually-hidden">Theme</legend>
      {CHOICES.map(({ mode, label }) => (
        <label key={mode}>
          <input
            type="radio"
            name={THEME_SWITCH}
            value={mode}
            checked={chosen === mode}
            onChange={() => setColorMode(mode)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
