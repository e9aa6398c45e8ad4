import { defineTexts } from '@skute/ui/i18n';

export const signInTexts = defineTexts('sign-in', {
  title: { nb: 'Velkommen om bord', nn: 'Velkomen om bord', sv: 'Välkommen ombord', en: 'Welcome aboard' },
  text: {
    nb: 'Her finner du programmet ditt og klinikken som følger deg.',
    nn: 'Her finn du programmet ditt og klinikken som følgjer deg.',
    sv: 'Här finns ditt program och kliniken som följer dig.',
    en: 'Here you find your programme and the clinic that follows you.',
  },
  device: {
    nb: 'Hvem bruker denne enheten?',
    nn: 'Kven bruker denne eininga?',
    sv: 'Vem använder den här enheten?',
    en: 'Who uses this device?',
  },
  own: { nb: 'Min telefon', nn: 'Min telefon', sv: 'Min mobil', en: 'My phone' },
  ownHelp: {
    nb: 'Bare jeg bruker den. Da kan du lese uten nett.',
    nn: 'Berre eg bruker han. Då kan du lese utan nett.',
    sv: 'Bara jag använder den. Då kan du läsa utan nät.',
    en: 'Only I use it. You can then read without the internet.',
  },
  shared: { nb: 'Delt enhet', nn: 'Delt eining', sv: 'Delad enhet', en: 'Shared device' },
  sharedHelp: {
    nb: 'Flere bruker den. Da lagres ingenting her.',
    nn: 'Fleire bruker ho. Då blir ingenting lagra her.',
    sv: 'Flera använder den. Då sparas inget här.',
    en: 'Others use it too. Nothing is then kept here.',
  },
  signIn: { nb: 'Logg inn', nn: 'Logg inn', sv: 'Logga in', en: 'Sign in' },
  how: {
    nb: 'Du logger inn med e-ID, for eksempel BankID.',
    nn: 'Du loggar inn med e-ID, til dømes BankID.',
    sv: 'Du loggar in med e-legitimation, till exempel BankID.',
    en: 'You sign in with your e-ID, for example BankID.',
  },
  offline: {
    nb: 'Du er uten nett. Logg inn når du er på nett igjen.',
    nn: 'Du er utan nett. Logg inn når du er på nett igjen.',
    sv: 'Du är utan nät. Logga in när du är på nätet igen.',
    en: 'You are offline. Sign in when you are online again.',
  },
});
