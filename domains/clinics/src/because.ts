import type { Language } from '@skute/access/contract';
import type { IsoDate } from '@skute/platform/time';

/** Why the clinic is asked to look at an invitation. One sentence in each language of the screen. */
export function becauseOfInvitation(
  kind: 'invitation-lapsing' | 'invitation-lapsed',
  endsOn: IsoDate,
  language: Language,
): string {
  return sentences[kind][language].replace('{date}', dates[language].format(Date.parse(endsOn)));
}

/** Why the clinic is asked about a form that has not come. */
export function becauseOfLateForm(title: string, language: Language): string {
  return lateForm[language].replace('{title}', title);
}

const lateForm: Record<Language, string> = {
  nb: '«{title}» er ikke besvart innen fristen.',
  nn: '«{title}» er ikkje svara på innan fristen.',
  sv: '”{title}” är inte besvarad i tid.',
  en: '“{title}” has not been answered in time.',
};

/** Making one costs a hundred times more than using it, and a list uses one for each row. */
const dates: Record<Language, Intl.DateTimeFormat> = {
  nb: datesIn('nb-NO'),
  nn: datesIn('nn-NO'),
  sv: datesIn('sv-SE'),
  en: datesIn('en-GB'),
};

function datesIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

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
