import type { PaperWords } from './words.ts';

const yesNo = (yes: boolean): string => (yes ? 'ja' : 'nei');

export const nb: PaperWords = {
  titles: {
    'start-note': 'Notat ved start',
    'end-note': 'Notat ved avslutning',
    'gp-letter-3-months': 'Brev til fastlege etter 3 måneder',
    'gp-letter-end': 'Brev til fastlege ved avslutning',
  },
  parts: { summary: 'Sammendrag', assessment: 'Behandlers vurdering', advice: 'Råd videre' },
  labels: {
    patient: 'Pasient',
    born: 'Født',
    programme: 'Program',
    period: 'Periode',
    status: 'Status',
    writer: 'Skrevet av',
    written: 'Dato',
  },
  statuses: {
    invited: 'Invitert',
    lapsed: 'Invitasjonen er utløpt',
    active: 'Pågår',
    paused: 'På pause',
    maintenance: 'Vedlikehold, pasienten kan lese',
    ended: 'Avsluttet',
    purged: 'Slettet',
  },
  numbers: {
    fnr: 'Fødselsnummer',
    dnr: 'D-nummer',
    personnummer: 'Personnummer',
    samordningsnummer: 'Samordningsnummer',
  },
  period: (from, to) => (to === null ? `Fra ${from}` : `${from} til ${to}`),
  dayOf: (status, day, days) => `${status}, dag ${day} av ${days}`,
  modules: {
    title: 'Moduler som er åpnet',
    none: 'Ingen modul er åpnet.',
    finished: 'ferdig',
    begun: (steps, of) => `${steps} av ${of} steg er ferdige`,
    notBegun: 'ikke begynt',
  },
  measures: {
    title: 'Målinger',
    none: 'Ingen skjemaer med tall er besvart eller utløpt ennå.',
    moment: 'Tidspunkt',
    date: 'Dato',
    value: 'Verdi',
    band: 'Nivå',
    change: 'Endring fra start',
    fall: (points) => `Fall på minst ${points}`,
    first: 'Første svar',
    last: 'Siste svar',
    dueOn: (date) => `frist ${date}`,
    of: (value, max) => `${value} av ${max}`,
    notAnswered: 'ikke besvart',
    notAnsweredYet: 'ikke besvart ennå',
    notScored: (missing) => `ikke regnet ut, ${missing} svar mangler`,
    lower: (points) => `${points} lavere`,
    higher: (points) => `${points} høyere`,
    same: 'uendret',
    yes: 'ja',
    no: 'nei',
    unknown: 'kan ikke sies',
    direction: {
      'lower-is-better': (min, max) => `Fra ${min} til ${max}. Lavere er bedre.`,
      'higher-is-better': (min, max) => `Fra ${min} til ${max}. Høyere er bedre.`,
    },
    limits: (customary, proposed) =>
      `Responder er vist etter to grenser: fall fra start på minst ${customary} poeng (vanlig brukt) og på minst ${proposed} poeng (foreslått 2025).`,
    notValidated:
      'Skjemaet har egen ordlyd og er ikke validert. Tallet kan ikke sammenlignes med tall fra andre skjemaer.',
    answeredTimes: (times) => `Besvart ${times} ganger. Første og siste er vist.`,
  },
  bands: {
    none: 'ingen',
    mild: 'mild',
    moderate: 'moderat',
    'moderately-severe': 'moderat til alvorlig',
    severe: 'alvorlig',
    minimal: 'svært mild',
    usual: 'vanlig',
    borderline: 'grenseområde',
    likely: 'sannsynlig',
    low: 'lav',
    'very-low': 'svært lav',
  },
  summary: {
    started: ({ programme, unit, on, weeks }) =>
      `Pasienten begynte i det nettbaserte programmet «${programme}» ved ${unit} ${on}. Programmet varer omtrent ${weeks} uker.`,
    following: ({ programme, unit, on, day, days }) =>
      `Pasienten har fulgt det nettbaserte programmet «${programme}» ved ${unit} siden ${on} og er på dag ${day} av ${days}.`,
    followed: ({ programme, unit, on, to }) =>
      `Pasienten fulgte det nettbaserte programmet «${programme}» ved ${unit} fra ${on} til ${to}.`,
    modules: (finished, opened) => `${finished} av ${opened} åpnede moduler er ferdige.`,
    atStart: (form, value) => `«${form}» ved start: ${value}.`,
    course: (form, first, last, change) => `«${form}»: ${first} ved start og ${last} sist, ${change}.`,
    notAnswered: (form) => `«${form}» er ikke besvart.`,
    notAnsweredSince: (form, first) => `«${form}»: ${first} ved start, ikke besvart siden.`,
    responder: (customary, proposed) =>
      `Responder: ${yesNo(customary.reached)} ved fall på minst ${customary.points}, ${yesNo(proposed.reached)} ved fall på minst ${proposed.points}.`,
  },
  contact: {
    title: 'Kontakt',
    unit: (unit) => `Avdeling: ${unit}`,
    clinician: (name) => `Behandler: ${name}`,
  },
  example: 'Innholdet i programmet er et eksempel og er ikke klinisk godkjent.',
};
