export type Theme = "light" | "dark";

const KEY = "jackfield.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** What the visitor chose; else what his system says. */
export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") return chosen;
  return dark.matches ? "dark" : "light";
}

export function toggleTheme(): void {
  const next = theme() === "dark" ? "light" : "dark";
  if ((next === "dark") === dark.matches) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, next);
  apply();
}

export function apply(): void {
  document.documentElement.dataset["theme"] = theme();
  dispatchEvent(new CustomEvent("theme-changed"));
}

/** A colour of the theme in force, for what is drawn on a canvas. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

dark.addEventListener("change", apply);
