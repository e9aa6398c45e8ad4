import { defineTexts } from '../i18n/index.ts';

export const baseTexts = defineTexts('base', {
  notBegun: { nb: 'Ikke begynt', nn: 'Ikkje byrja', sv: 'Inte börjat', en: 'Not begun' },
  begun: { nb: 'Begynt', nn: 'Byrja', sv: 'Påbörjat', en: 'Begun' },
  finished: { nb: 'Ferdig', nn: 'Ferdig', sv: 'Klart', en: 'Done' },
  opens: { nb: 'Åpner {day}', nn: 'Opnar {day}', sv: 'Öppnar {day}', en: 'Opens {day}' },
  waiting: {
    nb: 'Venter på klinikken',
    nn: 'Ventar på klinikken',
    sv: 'Väntar på kliniken',
    en: 'Waiting for the clinic',
  },
  optional: { nb: 'Valgfritt', nn: 'Valfritt', sv: 'Frivilligt', en: 'Optional' },
  onDevice: {
    nb: 'Lagret på telefonen',
    nn: 'Lagra på telefonen',
    sv: 'Sparat i mobilen',
    en: 'Saved on this phone',
  },
  sent: { nb: 'Sendt', nn: 'Sendt', sv: 'Skickat', en: 'Sent' },
  read: {
    nb: 'Lest av klinikken',
    nn: 'Lesen av klinikken',
    sv: 'Läst av kliniken',
    en: 'Read by the clinic',
  },
  undo: { nb: 'Angre', nn: 'Angre', sv: 'Ångra', en: 'Undo' },
  offline: {
    nb: 'Uten nett. Du kan fortsette.',
    nn: 'Utan nett. Du kan halde fram.',
    sv: 'Utan nät. Du kan fortsätta.',
    en: 'Offline. You can carry on.',
  },
  errorSummary: {
    nb: 'Se over dette først',
    nn: 'Sjå over dette først',
    sv: 'Se över det här först',
    en: 'Look at this first',
  },
});
