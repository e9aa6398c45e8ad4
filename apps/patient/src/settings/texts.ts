import { defineTexts } from '@skute/ui/i18n';

export const settingsTexts = defineTexts('settings', {
  language: { nb: 'Språk', nn: 'Språk', sv: 'Språk', en: 'Language' },
  textSize: { nb: 'Tekststørrelse', nn: 'Tekststorleik', sv: 'Textstorlek', en: 'Text size' },
  md: { nb: 'Vanlig', nn: 'Vanleg', sv: 'Vanlig', en: 'Normal' },
  lg: { nb: 'Større', nn: 'Større', sv: 'Större', en: 'Larger' },
  xl: { nb: 'Størst', nn: 'Størst', sv: 'Störst', en: 'Largest' },
  theme: { nb: 'Farger', nn: 'Fargar', sv: 'Färger', en: 'Colours' },
  auto: { nb: 'Som telefonen', nn: 'Som telefonen', sv: 'Som mobilen', en: 'As the phone' },
  light: { nb: 'Lyse', nn: 'Lyse', sv: 'Ljusa', en: 'Light' },
  dark: { nb: 'Mørke', nn: 'Mørke', sv: 'Mörka', en: 'Dark' },
  device: {
    nb: 'Hvem bruker denne enheten?',
    nn: 'Kven bruker denne eininga?',
    sv: 'Vem använder den här enheten?',
    en: 'Who uses this device?',
  },
  own: { nb: 'Bare jeg', nn: 'Berre eg', sv: 'Bara jag', en: 'Only me' },
  ownHelp: {
    nb: 'Sider du har åpnet, kan leses uten nett.',
    nn: 'Sider du har opna, kan lesast utan nett.',
    sv: 'Sidor du har öppnat kan läsas utan nät.',
    en: 'Pages you have opened can be read without the internet.',
  },
  shared: {
    nb: 'Flere bruker den',
    nn: 'Fleire bruker ho',
    sv: 'Flera använder den',
    en: 'Others use it too',
  },
  sharedHelp: {
    nb: 'Ingenting lagres her. Du blir logget ut etter 10 minutter i ro.',
    nn: 'Ingenting blir lagra her. Du blir logga ut etter 10 minutt i ro.',
    sv: 'Inget sparas här. Du loggas ut efter 10 minuter i stillhet.',
    en: 'Nothing is kept here. You are signed out after 10 quiet minutes.',
  },
  failed: {
    nb: 'Vi fikk ikke lagret valget. Prøv igjen når du er på nett.',
    nn: 'Vi fekk ikkje lagra valet. Prøv igjen når du er på nett.',
    sv: 'Vi kunde inte spara valet. Försök igen när du är på nätet.',
    en: 'We could not save your choice. Try again when you are online.',
  },
});
