/** Light, dark, or what the system says: the reader's choice is kept. */

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];
const key = "softmax-workbook/theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function kept(): Theme {
  try {
    const name = localStorage.getItem(key);
    return themes.find((theme) => theme === name) ?? "system";
  } catch {
    return "system"; // where nothing may be kept
  }
}

let theme = kept();

function draw(): void {
  const dark = theme === "system" ? systemIsDark.matches : theme === "dark";
  document.documentElement.dataset["scheme"] = dark ? "dark" : "light";
}

systemIsDark.addEventListener("change", draw);

/** Does: the page has the theme. Returns: what it is called. */
export function applyTheme(): string {
  draw();
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
