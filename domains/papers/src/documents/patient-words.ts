import type { Language } from '@skute/access/contract';

/** What stands round the patient's own pages. Nothing here is about anybody but the patient. */
export interface PatientWords {
  readonly name: string;
  readonly answeredOn: string;
  readonly madeOn: (date: string) => string;
  readonly question: string;
  readonly answer: string;
  readonly notAnswered: string;
  readonly declined: string;
  readonly progress: string;
  readonly programme: string;
  readonly since: string;
  readonly picture: (alt: string) => string;
  readonly film: (title: string) => string;
  readonly breathing: (inSeconds: number, outSeconds: number, rounds: number) => string;
}

export const patientWords: Readonly<Record<Language, PatientWords>> = {
  nb: {
    name: 'Navn',
    answeredOn: 'Besvart',
    madeOn: (date) => `Laget ${date}`,
    question: 'Spørsmål',
    answer: 'Svar',
    notAnswered: 'ikke besvart',
    declined: 'vil ikke svare',
    progress: 'Slik har det gått',
    programme: 'Program',
    since: 'Begynte',
    picture: (alt) => `Bilde: ${alt}`,
    film: (title) => `Film: ${title}`,
    breathing: (inSeconds, outSeconds, rounds) =>
      `Pust inn i ${inSeconds} sekunder og ut i ${outSeconds} sekunder, ${rounds} ganger.`,
  },
  nn: {
    name: 'Namn',
    answeredOn: 'Svara',
    madeOn: (date) => `Laga ${date}`,
    question: 'Spørsmål',
    answer: 'Svar',
    notAnswered: 'ikkje svara',
    declined: 'vil ikkje svare',
    progress: 'Slik har det gått',
    programme: 'Program',
    since: 'Byrja',
    picture: (alt) => `Bilete: ${alt}`,
    film: (title) => `Film: ${title}`,
    breathing: (inSeconds, outSeconds, rounds) =>
      `Pust inn i ${inSeconds} sekund og ut i ${outSeconds} sekund, ${rounds} gonger.`,
  },
  sv: {
    name: 'Namn',
    answeredOn: 'Besvarat',
    madeOn: (date) => `Gjord ${date}`,
    question: 'Fråga',
    answer: 'Svar',
    notAnswered: 'inte besvarat',
    declined: 'vill inte svara',
    progress: 'Så har det gått',
    programme: 'Program',
    since: 'Började',
    picture: (alt) => `Bild: ${alt}`,
    film: (title) => `Film: ${title}`,
    breathing: (inSeconds, outSeconds, rounds) =>
      `Andas in i ${inSeconds} sekunder och ut i ${outSeconds} sekunder, ${rounds} gånger.`,
  },
  en: {
    name: 'Name',
    answeredOn: 'Answered',
    madeOn: (date) => `Made ${date}`,
    question: 'Question',
    answer: 'Answer',
    notAnswered: 'not answered',
    declined: 'does not want to answer',
    progress: 'How it has gone',
    programme: 'Programme',
    since: 'Began',
    picture: (alt) => `Picture: ${alt}`,
    film: (title) => `Film: ${title}`,
    breathing: (inSeconds, outSeconds, rounds) =>
      `Breathe in for ${inSeconds} seconds and out for ${outSeconds} seconds, ${rounds} times.`,
  },
};
