/** Where the reader's choice of theme is kept; absent means "as the system says". */
export const THEME_KEY = 'faultbook-theme';

export type Theme = 'light' | 'dark';

/** Runs before the first paint, so that the page never flashes in the wrong theme. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

/** The theme on the screen now: the choice, or else the system's. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Sets and keeps the theme. A browser that refuses storage still switches. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Private mode or a full store: the choice lasts as long as the page.
  }
}
