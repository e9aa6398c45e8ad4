import { defineTexts } from '@skute/ui/i18n';

export const weekTexts = defineTexts('week', {
  score: { nb: 'Nyeste måling', nn: 'Nyaste måling', sv: 'Senaste mätningen', en: 'Latest measure' },
  answers: { nb: 'Nyeste svar', nn: 'Nyaste svar', sv: 'Senaste svaren', en: 'Latest answers' },
  forms: { nb: 'Skjemaer', nn: 'Skjema', sv: 'Formulär', en: 'Forms' },
  noScore: {
    nb: 'Ingen måling ennå.',
    nn: 'Inga måling enno.',
    sv: 'Ingen mätning än.',
    en: 'No measure yet.',
  },
  noAnswers: { nb: 'Ingen svar ennå.', nn: 'Ingen svar enno.', sv: 'Inga svar än.', en: 'No answers yet.' },
  noForms: {
    nb: 'Ingen skjemaer venter.',
    nn: 'Ingen skjema ventar.',
    sv: 'Inga formulär väntar.',
    en: 'No forms are waiting.',
  },
  nextUnread: {
    nb: 'Neste uleste ({left})',
    nn: 'Neste ulesne ({left})',
    sv: 'Nästa olästa ({left})',
    en: 'Next unread ({left})',
  },
  nextPatient: { nb: 'Neste pasient', nn: 'Neste pasient', sv: 'Nästa patient', en: 'Next patient' },
  previousPatient: {
    nb: 'Forrige pasient',
    nn: 'Førre pasient',
    sv: 'Föregående patient',
    en: 'Previous patient',
  },
  last: {
    nb: 'Ingen flere i arbeidslista den veien.',
    nn: 'Ingen fleire i arbeidslista den vegen.',
    sv: 'Inga fler i arbetslistan åt det hållet.',
    en: 'No more in the worklist that way.',
  },
  toPane: { nb: 'Gå til «{name}»', nn: 'Gå til «{name}»', sv: 'Gå till ”{name}”', en: 'Go to “{name}”' },
  patient: { nb: 'pasient', nn: 'pasient', sv: 'patient', en: 'patient' },
  broken: {
    nb: 'Dette feltet kunne ikke vises. Resten virker.',
    nn: 'Dette feltet kunne ikkje visast. Resten verkar.',
    sv: 'Det här fältet kunde inte visas. Resten fungerar.',
    en: 'This part could not be shown. The rest works.',
  },
});
