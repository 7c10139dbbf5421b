/** Light, dark, or what the system says: the reader's choice is kept. */

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const key = "softmax-workbook/theme";

function kept(): Theme {
  try {
    const name = localStorage.getItem(key);
    return themes.find((theme) => theme === name) ?? "system";
  } catch {
    return "system"; // where nothing may be kept
  }
}

let theme = kept();

/** Does: the page has the theme. Returns: what it is called. */
export function applyTheme(): string {
  document.documentElement.dataset["theme"] = theme;
  return `Colours: ${theme}`;
}

export function nextTheme(): string {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // it lasts as long as the page
  }
  return applyTheme();
}
