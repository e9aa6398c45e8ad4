import type { TextKey } from '@skute/ui/i18n';
import type { inviteTexts } from './texts.ts';

type Word = TextKey<keyof typeof inviteTexts.texts>;

const numberWords: Record<string, Word> = {
  'wrong-length': 'wrongLength',
  'not-digits': 'notDigits',
  'wrong-check-digit': 'wrongCheck',
  'impossible-date': 'wrongDate',
  'impossible-serial': 'wrongSerial',
  'not-synthetic': 'notSynthetic',
};

/** What is wrong with a number, said at its field. */
export function numberWord(code: string): Word | undefined {
  return numberWords[code];
}

/** What is wrong with the invitation as a whole. */
export function inviteWord(code: string): Word {
  return code.startsWith('already') || code.includes('has-treatment') ? 'alreadyTreated' : 'refused';
}
