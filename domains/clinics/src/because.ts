import type { Language } from '@skute/access/contract';
import type { IsoDate } from '@skute/platform/time';

/** Why the clinic is asked to look at an invitation. One sentence in each language of the screen. */
export function becauseOfInvitation(
  kind: 'invitation-lapsing' | 'invitation-lapsed',
  endsOn: IsoDate,
  language: Language,
): string {
  const date = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(endsOn));
  return sentences[kind][language].replace('{date}', date);
}

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' };

const sentences: Record<'invitation-lapsing' | 'invitation-lapsed', Record<Language, string>> = {
  'invitation-lapsing': {
    nb: 'Invitasjonen er ikke besvart og går ut {date}.',
    nn: 'Invitasjonen er ikkje svara på og går ut {date}.',
    sv: 'Inbjudan är inte besvarad och går ut {date}.',
    en: 'The invitation has not been answered and ends on {date}.',
  },
  'invitation-lapsed': {
    nb: 'Invitasjonen gikk ut {date} uten svar.',
    nn: 'Invitasjonen gjekk ut {date} utan svar.',
    sv: 'Inbjudan gick ut {date} utan svar.',
    en: 'The invitation ended on {date} without an answer.',
  },
};
