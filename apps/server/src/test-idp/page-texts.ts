const languages = ['nb', 'nn', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

export interface Texts {
  readonly choose: string;
  readonly practice: string;
  readonly patient: string;
  readonly clinician: string;
  readonly others: string;
  readonly lowLevel: string;
  readonly cancel: string;
  readonly signOut: string;
  readonly signOutText: string;
  readonly signedOut: string;
  readonly failed: string;
  readonly failedText: string;
  readonly back: string;
}

export const texts: Readonly<Record<Language, Texts>> = {
  nb: {
    choose: 'Velg en testperson',
    practice: 'Dette er øving, ikke en ekte e-ID. Ingen av personene finnes.',
    patient: 'Pasienter',
    clinician: 'Behandlere',
    others: 'Andre testpersoner',
    lowLevel: 'Logger inn på lavere nivå (MinID)',
    cancel: 'Avbryt',
    signOut: 'Logg ut av øvings-ID?',
    signOutText: 'Da er du logget ut alle steder der du øver.',
    signedOut: 'Du er logget ut av øvings-ID',
    failed: 'Denne siden er utløpt',
    failedText: 'Øvings-ID fant ikke innloggingen. Begynn på nytt.',
    back: 'Til forsiden',
  },
  nn: {
    choose: 'Vel ein testperson',
    practice: 'Dette er øving, ikkje ein ekte e-ID. Ingen av personane finst.',
    patient: 'Pasientar',
    clinician: 'Behandlarar',
    others: 'Andre testpersonar',
    lowLevel: 'Loggar inn på lågare nivå (MinID)',
    cancel: 'Avbryt',
    signOut: 'Logge ut av øvings-ID?',
    signOutText: 'Då er du logga ut alle stader der du øver.',
    signedOut: 'Du er logga ut av øvings-ID',
    failed: 'Denne sida er gått ut',
    failedText: 'Øvings-ID fann ikkje innlogginga. Begynn på nytt.',
    back: 'Til framsida',
  },
  sv: {
    choose: 'Välj en testperson',
    practice: 'Det här är övning, inte en riktig e-legitimation. Ingen av personerna finns.',
    patient: 'Patienter',
    clinician: 'Behandlare',
    others: 'Andra testpersoner',
    lowLevel: 'Loggar in på lägre nivå (MinID)',
    cancel: 'Avbryt',
    signOut: 'Logga ut från övnings-ID?',
    signOutText: 'Då är du utloggad överallt där du övar.',
    signedOut: 'Du är utloggad från övnings-ID',
    failed: 'Den här sidan har gått ut',
    failedText: 'Övnings-ID hittade inte inloggningen. Börja om.',
    back: 'Till startsidan',
  },
  en: {
    choose: 'Choose a test person',
    practice: 'This is practice, not a real e-ID. None of the people exist.',
    patient: 'Patients',
    clinician: 'Clinicians',
    others: 'Other test people',
    lowLevel: 'Logs in at a lower level (MinID)',
    cancel: 'Cancel',
    signOut: 'Log out of the practice ID?',
    signOutText: 'You are then logged out everywhere you practise.',
    signedOut: 'You are logged out of the practice ID',
    failed: 'This page has run out',
    failedText: 'The practice ID did not find the login. Begin anew.',
    back: 'To the front page',
  },
};

/** `ui_locales`: the languages that the login was asked for in, best first. */
export function languageOf(uiLocales: unknown): Language {
  const wanted = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  return languages.find((one) => wanted.includes(one)) ?? 'nb';
}
