import { defineTexts } from '@skute/ui/i18n';

export const loadableTexts = defineTexts('loadable', {
  waiting: { nb: 'Henter …', nn: 'Hentar …', sv: 'Hämtar …', en: 'Fetching …' },
  noAnswer: {
    nb: 'Vi fikk ikke hentet dette. Ingenting er borte. Sjekk nettet, og prøv igjen.',
    nn: 'Vi fekk ikkje henta dette. Ingenting er borte. Sjekk nettet, og prøv igjen.',
    sv: 'Vi kunde inte hämta det här. Inget har försvunnit. Kontrollera nätet och försök igen.',
    en: 'We could not fetch this. Nothing is lost. Check the network and try again.',
  },
  notFound: {
    nb: 'Dette finnes ikke, eller du behandler ikke denne pasienten. Mangler du tilgang, snakk med lederen for enheten. Forsøket er logget.',
    nn: 'Dette finst ikkje, eller du behandlar ikkje denne pasienten. Manglar du tilgang, snakk med leiaren for eininga. Forsøket er logga.',
    sv: 'Det här finns inte, eller du behandlar inte den här patienten. Saknar du åtkomst, prata med enhetens chef. Försöket är loggat.',
    en: 'This does not exist, or you do not treat this patient. If you need access, talk to the head of the unit. The attempt is logged.',
  },
  stale: {
    nb: 'Vi fikk ikke hentet nytt. Du ser det som ble hentet sist.',
    nn: 'Vi fekk ikkje henta nytt. Du ser det som vart henta sist.',
    sv: 'Vi kunde inte hämta nytt. Du ser det som hämtades senast.',
    en: 'We could not fetch news. You see what was last fetched.',
  },
  refused: {
    nb: 'Dette gikk ikke. Prøv igjen om litt.',
    nn: 'Dette gjekk ikkje. Prøv igjen om litt.',
    sv: 'Det gick inte. Försök igen om en stund.',
    en: 'That did not work. Try again in a while.',
  },
  reference: { nb: 'Referanse: {id}', nn: 'Referanse: {id}', sv: 'Referens: {id}', en: 'Reference: {id}' },
  tryAgain: { nb: 'Prøv igjen', nn: 'Prøv igjen', sv: 'Försök igen', en: 'Try again' },
});
