import type { FieldError } from '@skute/ui/base';
import type { Say, TextKey } from '@skute/ui/i18n';
import type { Refusal } from '@skute/ui/session';
import type { inviteTexts } from './texts.ts';

type Keys = keyof typeof inviteTexts.texts;

const numberWords: Record<string, TextKey<Keys>> = {
  'number-wrong-length': 'wrongLength',
  'number-not-digits': 'notDigits',
  'number-wrong-check-digit': 'wrongCheck',
  'number-impossible-date': 'wrongDate',
  'number-impossible-serial': 'wrongSerial',
  'number-not-synthetic': 'notSynthetic',
  'number-tells-no-birth-date': 'noBirthDate',
};

/** What is wrong with a number, said at its field. */
export function numberWord(code: string): TextKey<Keys> | undefined {
  return numberWords[code];
}

const places: Record<string, { field: string; word: TextKey<Keys> }> = {
  'has-treatment': { field: 'number', word: 'alreadyTreated' },
  'name-needed': { field: 'number', word: 'nameNeeded' },
  'start-date-out-of-range': { field: 'starts-on', word: 'dateRange' },
  'programme-not-here': { field: 'programme', word: 'programmeGone' },
};

/** What is wrong with the invitation, and the field to look at. The server names the line of the list in `detail`. */
export function refusedAt({ problem }: Refusal, t: Say<Keys>): FieldError {
  const { code, detail } = problem;
  const number = numberWord(code);
  if (number) return { field: 'number', text: t(number) };
  const place = places[code];
  if (place) return { field: place.field, text: t(place.word) };
  if (code === 'override-needs-reason' && detail) return { field: `reason-${detail}`, text: t('refused') };
  return { field: detail ? `line-${detail}` : 'invite', text: t('refused') };
}
