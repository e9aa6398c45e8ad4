import { defineTexts } from '@skute/ui/i18n';

export const receiptTexts = defineTexts('receipt', {
  title: {
    nb: 'Takk, svaret er sendt',
    nn: 'Takk, svaret er sendt',
    sv: 'Tack, svaret är skickat',
    en: 'Thank you, it is sent',
  },
  titleMore: {
    nb: 'Sendt. Det er litt igjen',
    nn: 'Sendt. Det er litt igjen',
    sv: 'Skickat. Det är lite kvar',
    en: 'Sent. There is a little left',
  },
  readBy: {
    nb: 'Klinikken leser svaret innen {day}.',
    nn: 'Klinikken les svaret innan {day}.',
    sv: 'Kliniken läser svaret senast {day}.',
    en: 'The clinic reads your answer by {day}.',
  },
  meaning: {
    nb: 'Hva tallet betyr',
    nn: 'Kva talet betyr',
    sv: 'Vad talet betyder',
    en: 'What the score means',
  },
  goOn: { nb: 'Neste: {title}', nn: 'Neste: {title}', sv: 'Nästa: {title}', en: 'Next: {title}' },
  remaining_one: {
    nb: '1 skjema igjen. Du kan også ta det senere.',
    nn: '1 skjema igjen. Du kan også ta det seinare.',
    sv: '1 formulär kvar. Du kan också ta det senare.',
    en: '1 form left. You can also do it later.',
  },
  remaining_other: {
    nb: '{count} skjemaer igjen. Du kan også ta dem senere.',
    nn: '{count} skjema igjen. Du kan også ta dei seinare.',
    sv: '{count} formulär kvar. Du kan också ta dem senare.',
    en: '{count} forms left. You can also do them later.',
  },
  opened: {
    nb: 'Nytt til deg: {title}',
    nn: 'Nytt til deg: {title}',
    sv: 'Nytt till dig: {title}',
    en: 'New to you: {title}',
  },
  open: { nb: 'Se programmet', nn: 'Sjå programmet', sv: 'Se programmet', en: 'See the programme' },
  next: {
    nb: 'Neste gang vi spør: {day}.',
    nn: 'Neste gong vi spør: {day}.',
    sv: 'Nästa gång vi frågar: {day}.',
    en: 'Next time we ask: {day}.',
  },
  urgent: {
    nb: 'Trenger du noen nå?',
    nn: 'Treng du nokon no?',
    sv: 'Behöver du någon nu?',
    en: 'Do you need someone now?',
  },
  urgentText: {
    nb: 'Ingen leser svaret med en gang. Disse numrene svarer nå, hele døgnet.',
    nn: 'Ingen les svaret med ein gong. Desse numra svarar no, heile døgnet.',
    sv: 'Ingen läser svaret direkt. De här numren svarar nu, dygnet runt.',
    en: 'Nobody reads this right away. These numbers answer now, day and night.',
  },
  toProgress: {
    nb: 'Se min utvikling',
    nn: 'Sjå mi utvikling',
    sv: 'Se min utveckling',
    en: 'See my progress',
  },
  toToday: { nb: 'Til I dag', nn: 'Til I dag', sv: 'Till I dag', en: 'To Today' },
});
