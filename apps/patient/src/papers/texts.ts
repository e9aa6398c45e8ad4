import { defineTexts } from '@skute/ui/i18n';

export const paperTexts = defineTexts('papers', {
  save: { nb: 'Lagre som PDF', nn: 'Lagre som PDF', sv: 'Spara som PDF', en: 'Save as PDF' },
  making: { nb: 'Lager PDF …', nn: 'Lagar PDF …', sv: 'Skapar PDF …', en: 'Making the PDF …' },
  notMade: {
    nb: 'Vi fikk ikke laget filen nå. Prøv igjen når du er på nett.',
    nn: 'Vi fekk ikkje laga fila no. Prøv igjen når du er på nett.',
    sv: 'Vi kunde inte skapa filen nu. Försök igen när du är på nätet.',
    en: 'We could not make the file now. Try again when you are online.',
  },
});
