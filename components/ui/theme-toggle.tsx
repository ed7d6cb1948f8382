'use client';

import { Moon, Sun } from 'lucide-react';
import { Button } from './button';
import { chooseTheme, currentTheme } from './theme';
import styles from './theme-toggle.module.css';

/** Switches between light and dark. Both icons are there; the stylesheet shows the right one without a script. */
export function ThemeToggle() {
  return (
    <Button
      look="quiet"
      aria-label="Switch between light and dark"
      onClick={() => chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark')}
    >
      <Moon size={18} aria-hidden className={styles.moon} />
      <Sun size={18} aria-hidden className={styles.sun} />
    </Button>
  );
}
