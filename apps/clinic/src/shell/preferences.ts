import type { Preferences } from '@skute/access/contract';
import { languageFor } from '@skute/ui/i18n';
import { useShownPreferences } from '@skute/ui/session';

type Shown = Pick<Preferences, 'language' | 'textSize' | 'theme'>;

/** Draws the page in the clinician's language, text size and colours; the browser's before anybody is signed in. */
export function useClinicPreferences(preferences: Shown | undefined): void {
  const language = preferences?.language ?? languageFor(navigator.languages);
  const textSize = preferences?.textSize ?? 'md';
  const theme = preferences?.theme ?? 'auto';
  useShownPreferences({ language, textSize, theme }, 'clinic');
}

const singleKeysKey = 'skute.clinic.single-keys';

/** WCAG 2.1.4: shortcuts of one character can be turned off. Kept on the device, where the keyboard is. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(singleKeysKey) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(singleKeysKey);
  else localStorage.setItem(singleKeysKey, 'off');
  window.dispatchEvent(new Event(singleKeysChanged));
}

export const singleKeysChanged = 'skute:single-keys';
