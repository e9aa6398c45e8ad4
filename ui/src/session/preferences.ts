import type { Preferences } from '@skute/access/contract';
import { useLayoutEffect } from 'react';
import { speak } from '../i18n/index.ts';

type Shown = Pick<Preferences, 'language' | 'textSize' | 'theme'>;

/** The three A's: 18, 21 and 24 px for patients; one step smaller for those who sit at a desk with many patients. */
const sizes = {
  patient: { md: 'md', lg: 'lg', xl: 'xl' },
  clinic: { md: 'sm', lg: 'md', xl: 'lg' },
} as const;

/** Draws the page in the person's language, text size and colours. */
export function useShownPreferences(
  { language, textSize, theme }: Shown,
  app: keyof typeof sizes = 'patient',
): void {
  useLayoutEffect(
    () => showPreferences({ language, textSize, theme }, app),
    [language, textSize, theme, app],
  );
}

export function showPreferences(
  { language, textSize, theme }: Shown,
  app: keyof typeof sizes = 'patient',
): void {
  const page = document.documentElement;
  page.dataset.size = sizes[app][textSize];
  // A colour scheme resets the colour, so both stand on the same element.
  page.dataset.colorScheme = theme;
  page.dataset.color = 'accent';
  speak(language);
}

/** What the device asks for before anybody has chosen. */
export function isDarkNow(theme: Preferences['theme']): boolean {
  if (theme !== 'auto') return theme === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
