/** Language, text size and colours before the server has answered: as kept on an own device, or as the browser asks. */
import type { Preferences, Session } from '@skute/access/contract';
import { type Language, languageFor } from '@skute/ui/i18n';
import { sessionKey, showPreferences } from '@skute/ui/session';
import type { QueryClient } from '@tanstack/react-query';

/** The language chosen on the sign-in page lasts through the sign-in, and no longer than the tab. */
const languageKey = 'skute.language';

export function showFirst(client: QueryClient): void {
  const session = client.getQueryData<Session | null>(sessionKey);
  showPreferences(session?.preferences ?? firstPreferences());
}

export function firstPreferences(): Preferences {
  return { language: firstLanguage(), textSize: 'md', theme: 'auto', welcomed: false };
}

export function chooseFirstLanguage(language: Language): void {
  sessionStorage.setItem(languageKey, language);
  showPreferences(firstPreferences());
}

/** What somebody chose before signing in, once; absent when they left it as it was. */
export function takeChosenLanguage(): Language | undefined {
  const chosen = chosenLanguage();
  sessionStorage.removeItem(languageKey);
  return chosen;
}

function chosenLanguage(): Language | undefined {
  const chosen = sessionStorage.getItem(languageKey);
  return chosen ? languageFor([chosen]) : undefined;
}

function firstLanguage(): Language {
  return chosenLanguage() ?? languageFor(navigator.languages);
}
