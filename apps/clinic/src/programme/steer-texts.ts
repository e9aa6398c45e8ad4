import { defineTexts } from '@skute/ui/i18n';

export const steerTexts = defineTexts('steer', {
  reason: { nb: 'Grunn', nn: 'Grunn', sv: 'Skäl', en: 'Reason' },
  reasonOptional: {
    nb: 'Grunn (valgfritt)',
    nn: 'Grunn (valfritt)',
    sv: 'Skäl (frivilligt)',
    en: 'Reason (optional)',
  },
  reasonHelp: {
    nb: 'Pasienten kan lese grunnen.',
    nn: 'Pasienten kan lese grunnen.',
    sv: 'Patienten kan läsa skälet.',
    en: 'The patient can read the reason.',
  },
  reasonNeeded: {
    nb: 'Skriv grunnen med minst tre tegn.',
    nn: 'Skriv grunnen med minst tre teikn.',
    sv: 'Skriv skälet med minst tre tecken.',
    en: 'Write the reason in at least three characters.',
  },
  cancel: { nb: 'Avbryt', nn: 'Avbryt', sv: 'Avbryt', en: 'Cancel' },
  conflict: {
    nb: 'Noen endret dette mens du skrev. Siden viser det nye nå. Det du skrev, er her fortsatt.',
    nn: 'Nokon endra dette medan du skreiv. Sida viser det nye no. Det du skreiv, er her framleis.',
    sv: 'Någon ändrade detta medan du skrev. Sidan visar det nya nu. Det du skrev finns kvar.',
    en: 'Someone changed this while you were writing. The page shows the new state. What you wrote is still here.',
  },
  refused: {
    nb: 'Dette gikk ikke nå. Ingenting er endret. Det du skrev, er her fortsatt.',
    nn: 'Dette gjekk ikkje no. Ingenting er endra. Det du skreiv, er her framleis.',
    sv: 'Det gick inte nu. Inget har ändrats. Det du skrev finns kvar.',
    en: 'That did not work now. Nothing has changed. What you wrote is still here.',
  },
  unanswered: {
    nb: 'Vi fikk ikke svar. Det du skrev, er her fortsatt. Prøv igjen; det blir ikke gjort to ganger.',
    nn: 'Vi fekk ikkje svar. Det du skreiv, er her framleis. Prøv igjen; det blir ikkje gjort to gonger.',
    sv: 'Vi fick inget svar. Det du skrev finns kvar. Försök igen; det görs inte två gånger.',
    en: 'No answer came. What you wrote is still here. Try again; it will not be done twice.',
  },
  stateNow: {
    nb: 'Slik er det nå: {state}',
    nn: 'Slik er det no: {state}',
    sv: 'Så är det nu: {state}',
    en: 'It is now: {state}',
  },
});
