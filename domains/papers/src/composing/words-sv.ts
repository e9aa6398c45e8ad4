import type { PaperWords } from './words.ts';

const yesNo = (yes: boolean): string => (yes ? 'ja' : 'nej');

export const sv: PaperWords = {
  titles: {
    'start-note': 'Anteckning vid start',
    'end-note': 'Anteckning vid avslut',
    'gp-letter-3-months': 'Brev till läkare efter 3 månader',
    'gp-letter-end': 'Brev till läkare vid avslut',
  },
  parts: { summary: 'Sammanfattning', assessment: 'Behandlarens bedömning', advice: 'Råd framöver' },
  labels: {
    patient: 'Patient',
    born: 'Född',
    programme: 'Program',
    period: 'Period',
    status: 'Status',
    writer: 'Skrivet av',
    written: 'Datum',
  },
  statuses: {
    invited: 'Inbjuden',
    lapsed: 'Inbjudan har gått ut',
    active: 'Pågår',
    paused: 'Pausad',
    maintenance: 'Vidmakthållande, patienten kan läsa',
    ended: 'Avslutad',
    purged: 'Gallrad',
  },
  numbers: {
    fnr: 'Fødselsnummer (norskt)',
    dnr: 'D-nummer (norskt)',
    personnummer: 'Personnummer',
    samordningsnummer: 'Samordningsnummer',
  },
  period: (from, to) => (to === null ? `Från ${from}` : `${from} till ${to}`),
  dayOf: (status, day, days) => `${status}, dag ${day} av ${days}`,
  modules: {
    title: 'Moduler som har öppnats',
    none: 'Ingen modul har öppnats.',
    finished: 'klar',
    begun: (steps, of) => `${steps} av ${of} steg är klara`,
    notBegun: 'inte påbörjad',
  },
  measures: {
    title: 'Mätningar',
    none: 'Inga formulär med siffror har besvarats eller gått ut än.',
    moment: 'Tidpunkt',
    date: 'Datum',
    value: 'Värde',
    band: 'Nivå',
    change: 'Ändring från start',
    fall: (points) => `Minskning med minst ${points}`,
    first: 'Första svaret',
    last: 'Senaste svaret',
    dueOn: (date) => `senast ${date}`,
    of: (value, max) => `${value} av ${max}`,
    notAnswered: 'inte besvarat',
    notAnsweredYet: 'inte besvarat än',
    notScored: (missing) => `inte uträknat, ${missing} svar saknas`,
    lower: (points) => `${points} lägre`,
    higher: (points) => `${points} högre`,
    same: 'oförändrat',
    yes: 'ja',
    no: 'nej',
    unknown: 'kan inte sägas',
    direction: {
      'lower-is-better': (min, max) => `Från ${min} till ${max}. Lägre är bättre.`,
      'higher-is-better': (min, max) => `Från ${min} till ${max}. Högre är bättre.`,
    },
    limits: (customary, proposed) =>
      `Responder visas efter två gränser: minskning från start med minst ${customary} poäng (vanligen använd) och med minst ${proposed} poäng (föreslagen 2025).`,
    notValidated:
      'Formuläret har egen ordalydelse och är inte validerat. Talet kan inte jämföras med tal från andra formulär.',
    answeredTimes: (times) => `Besvarat ${times} gånger. Det första och det senaste visas.`,
  },
  bands: {
    none: 'ingen',
    mild: 'mild',
    moderate: 'måttlig',
    'moderately-severe': 'måttlig till svår',
    severe: 'svår',
    minimal: 'mycket mild',
    usual: 'vanlig',
    borderline: 'gränsområde',
    likely: 'sannolik',
    low: 'låg',
    'very-low': 'mycket låg',
  },
  summary: {
    started: ({ programme, unit, on, weeks }) =>
      `Patienten började i det nätbaserade programmet ”${programme}” vid ${unit} ${on}. Programmet pågår i omkring ${weeks} veckor.`,
    following: ({ programme, unit, on, day, days }) =>
      `Patienten har följt det nätbaserade programmet ”${programme}” vid ${unit} sedan ${on} och är på dag ${day} av ${days}.`,
    followed: ({ programme, unit, on, to }) =>
      `Patienten följde det nätbaserade programmet ”${programme}” vid ${unit} från ${on} till ${to}.`,
    modules: (finished, opened) => `${finished} av ${opened} öppnade moduler är klara.`,
    atStart: (form, value) => `”${form}” vid start: ${value}.`,
    course: (form, first, last, change) => `”${form}”: ${first} vid start och ${last} senast, ${change}.`,
    notAnswered: (form) => `”${form}” är inte besvarat.`,
    notAnsweredSince: (form, first) => `”${form}”: ${first} vid start, inte besvarat sedan dess.`,
    responder: (customary, proposed) =>
      `Responder: ${yesNo(customary.reached)} vid minskning med minst ${customary.points}, ${yesNo(proposed.reached)} vid minskning med minst ${proposed.points}.`,
  },
  contact: {
    title: 'Kontakt',
    unit: (unit) => `Enhet: ${unit}`,
    clinician: (name) => `Behandlare: ${name}`,
  },
  example: 'Innehållet i programmet är ett exempel och är inte kliniskt godkänt.',
};
