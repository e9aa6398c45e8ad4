import { defineTexts } from '@skute/ui/i18n';

export const helpTexts = defineTexts('help', {
  title: {
    nb: 'Trenger du hjelp nå?',
    nn: 'Treng du hjelp no?',
    sv: 'Behöver du hjälp nu?',
    en: 'Do you need help now?',
  },
  text: {
    nb: 'Ring med en gang hvis det haster. Ingen vakt leser det du skriver i appen.',
    nn: 'Ring med ein gong om det hastar. Inga vakt les det du skriv i appen.',
    sv: 'Ring genast om det brådskar. Ingen jour läser det du skriver i appen.',
    en: 'Call at once if it is urgent. No one on watch reads what you write in the app.',
  },
  danger: { nb: 'Fare for liv', nn: 'Fare for liv', sv: 'Fara för liv', en: 'Life at risk' },
  doctor: { nb: 'Legevakt', nn: 'Legevakt', sv: 'Råd om vård', en: 'Doctor on call' },
  doctorText: {
    nb: 'Når det ikke kan vente til legen din åpner.',
    nn: 'Når det ikkje kan vente til legen din opnar.',
    sv: 'När det inte kan vänta till vårdcentralen öppnar.',
    en: 'When it cannot wait until your own doctor opens.',
  },
  call: { nb: 'Ring {number}', nn: 'Ring {number}', sv: 'Ring {number}', en: 'Call {number}' },
  talk: {
    nb: 'Noen å snakke med',
    nn: 'Nokon å snakke med',
    sv: 'Någon att prata med',
    en: 'Someone to talk to',
  },
  talkText: {
    nb: 'Har du tanker om å ikke ville leve? Du kan ringe hele døgnet.',
    nn: 'Har du tankar om å ikkje ville leve? Du kan ringe heile døgnet.',
    sv: 'Har du tankar på att inte vilja leva? Du kan ringa dygnet runt.',
    en: 'Do you have thoughts of not wanting to live? You can call day and night.',
  },
  norway: { nb: 'I Norge', nn: 'I Noreg', sv: 'I Norge', en: 'In Norway' },
  sweden: { nb: 'I Sverige', nn: 'I Sverige', sv: 'I Sverige', en: 'In Sweden' },
  clinic: {
    nb: 'Spørsmål til klinikken',
    nn: 'Spørsmål til klinikken',
    sv: 'Frågor till kliniken',
    en: 'Questions for the clinic',
  },
  clinicText: {
    nb: 'Ring {unit} i åpningstiden, eller spør neste gang dere snakkes.',
    nn: 'Ring {unit} i opningstida, eller spør neste gong de snakkast.',
    sv: 'Ring {unit} när de har öppet, eller fråga nästa gång ni hörs.',
    en: 'Call {unit} in opening hours, or ask next time you talk.',
  },
  back: { nb: 'Tilbake', nn: 'Tilbake', sv: 'Tillbaka', en: 'Back' },
});
