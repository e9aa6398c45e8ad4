import type { PaperWords } from './words.ts';

const yesNo = (yes: boolean): string => (yes ? 'ja' : 'nei');

export const nn: PaperWords = {
  titles: {
    'start-note': 'Notat ved start',
    'end-note': 'Notat ved avslutning',
    'gp-letter-3-months': 'Brev til fastlege etter 3 månader',
    'gp-letter-end': 'Brev til fastlege ved avslutning',
  },
  parts: { summary: 'Samandrag', assessment: 'Vurdering frå behandlar', advice: 'Råd vidare' },
  labels: {
    patient: 'Pasient',
    born: 'Fødd',
    programme: 'Program',
    period: 'Periode',
    status: 'Status',
    writer: 'Skrive av',
    written: 'Dato',
  },
  statuses: {
    invited: 'Invitert',
    lapsed: 'Invitasjonen er gått ut',
    active: 'Pågår',
    paused: 'På pause',
    maintenance: 'Vedlikehald, pasienten kan lese',
    ended: 'Avslutta',
    purged: 'Sletta',
  },
  numbers: {
    fnr: 'Fødselsnummer',
    dnr: 'D-nummer',
    personnummer: 'Personnummer',
    samordningsnummer: 'Samordningsnummer',
  },
  period: (from, to) => (to === null ? `Frå ${from}` : `${from} til ${to}`),
  dayOf: (status, day, days) => `${status}, dag ${day} av ${days}`,
  modules: {
    title: 'Modular som er opna',
    none: 'Ingen modul er opna.',
    finished: 'ferdig',
    begun: (steps, of) => `${steps} av ${of} steg er ferdige`,
    notBegun: 'ikkje byrja',
  },
  measures: {
    title: 'Målingar',
    none: 'Ingen skjema med tal er svara på eller gått ut enno.',
    moment: 'Tidspunkt',
    date: 'Dato',
    value: 'Verdi',
    band: 'Nivå',
    change: 'Endring frå start',
    fall: (points) => `Fall på minst ${points}`,
    first: 'Første svar',
    last: 'Siste svar',
    dueOn: (date) => `frist ${date}`,
    of: (value, max) => `${value} av ${max}`,
    notAnswered: 'ikkje svara',
    notAnsweredYet: 'ikkje svara enno',
    notScored: (missing) => `ikkje rekna ut, ${missing} svar manglar`,
    lower: (points) => `${points} lågare`,
    higher: (points) => `${points} høgare`,
    same: 'uendra',
    yes: 'ja',
    no: 'nei',
    unknown: 'kan ikkje seiast',
    direction: {
      'lower-is-better': (min, max) => `Frå ${min} til ${max}. Lågare er betre.`,
      'higher-is-better': (min, max) => `Frå ${min} til ${max}. Høgare er betre.`,
    },
    limits: (customary, proposed) =>
      `Responder er vist etter to grenser: fall frå start på minst ${customary} poeng (vanleg brukt) og på minst ${proposed} poeng (foreslått 2025).`,
    notValidated:
      'Skjemaet har eigen ordlyd og er ikkje validert. Talet kan ikkje samanliknast med tal frå andre skjema.',
    answeredTimes: (times) => `Svara ${times} gonger. Første og siste er viste.`,
  },
  bands: {
    none: 'ingen',
    mild: 'mild',
    moderate: 'moderat',
    'moderately-severe': 'moderat til alvorleg',
    severe: 'alvorleg',
    minimal: 'svært mild',
    usual: 'vanleg',
    borderline: 'grenseområde',
    likely: 'sannsynleg',
    low: 'låg',
    'very-low': 'svært låg',
  },
  summary: {
    started: ({ programme, unit, on, weeks }) =>
      `Pasienten byrja i det nettbaserte programmet «${programme}» ved ${unit} ${on}. Programmet varer om lag ${weeks} veker.`,
    following: ({ programme, unit, on, day, days }) =>
      `Pasienten har følgt det nettbaserte programmet «${programme}» ved ${unit} sidan ${on} og er på dag ${day} av ${days}.`,
    followed: ({ programme, unit, on, to }) =>
      `Pasienten følgde det nettbaserte programmet «${programme}» ved ${unit} frå ${on} til ${to}.`,
    modules: (finished, opened) => `${finished} av ${opened} opna modular er ferdige.`,
    atStart: (form, value) => `«${form}» ved start: ${value}.`,
    course: (form, first, last, change) => `«${form}»: ${first} ved start og ${last} sist, ${change}.`,
    notAnswered: (form) => `«${form}» er ikkje svara på.`,
    notAnsweredSince: (form, first) => `«${form}»: ${first} ved start, ikkje svara sidan.`,
    responder: (customary, proposed) =>
      `Responder: ${yesNo(customary.reached)} ved fall på minst ${customary.points}, ${yesNo(proposed.reached)} ved fall på minst ${proposed.points}.`,
  },
  contact: {
    title: 'Kontakt',
    unit: (unit) => `Avdeling: ${unit}`,
    clinician: (name) => `Behandlar: ${name}`,
  },
  example: 'Innhaldet i programmet er eit døme og er ikkje klinisk godkjent.',
};
