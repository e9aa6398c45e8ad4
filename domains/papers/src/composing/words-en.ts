import type { PaperWords } from './words.ts';

const yesNo = (yes: boolean): string => (yes ? 'yes' : 'no');

export const en: PaperWords = {
  titles: {
    'start-note': 'Note at the start',
    'end-note': 'Note at the end',
    'gp-letter-3-months': 'Letter to the GP after 3 months',
    'gp-letter-end': 'Letter to the GP at the end',
  },
  parts: { summary: 'Summary', assessment: 'The clinician’s assessment', advice: 'Advice' },
  labels: {
    patient: 'Patient',
    born: 'Born',
    programme: 'Programme',
    period: 'Period',
    status: 'Status',
    writer: 'Written by',
    written: 'Date',
  },
  statuses: {
    invited: 'Invited',
    lapsed: 'The invitation has lapsed',
    active: 'Under way',
    paused: 'Paused',
    maintenance: 'Maintenance, the patient can read',
    ended: 'Ended',
    purged: 'Deleted',
  },
  numbers: {
    fnr: 'Norwegian national identity number',
    dnr: 'Norwegian D-number',
    personnummer: 'Swedish personal identity number',
    samordningsnummer: 'Swedish coordination number',
  },
  period: (from, to) => (to === null ? `From ${from}` : `${from} to ${to}`),
  dayOf: (status, day, days) => `${status}, day ${day} of ${days}`,
  modules: {
    title: 'Modules that have opened',
    none: 'No module has opened.',
    finished: 'finished',
    begun: (steps, of) => `${steps} of ${of} steps are finished`,
    notBegun: 'not begun',
  },
  measures: {
    title: 'Measures',
    none: 'No form with a score has been answered or has expired yet.',
    moment: 'Time',
    date: 'Date',
    value: 'Value',
    band: 'Level',
    change: 'Change from the start',
    fall: (points) => `Fall of at least ${points}`,
    first: 'First answer',
    last: 'Latest answer',
    dueOn: (date) => `due ${date}`,
    of: (value, max) => `${value} of ${max}`,
    notAnswered: 'not answered',
    notAnsweredYet: 'not answered yet',
    notScored: (missing) => `not computed, answers missing: ${missing}`,
    lower: (points) => `${points} lower`,
    higher: (points) => `${points} higher`,
    same: 'unchanged',
    yes: 'yes',
    no: 'no',
    unknown: 'cannot be said',
    direction: {
      'lower-is-better': (min, max) => `From ${min} to ${max}. Lower is better.`,
      'higher-is-better': (min, max) => `From ${min} to ${max}. Higher is better.`,
    },
    limits: (customary, proposed) =>
      `Responder is shown by two limits: a fall from the start of at least ${customary} points (customary) and of at least ${proposed} points (proposed 2025).`,
    notValidated:
      'The form has its own wording and is not validated. Its number cannot be compared with numbers of other forms.',
    answeredTimes: (times) => `Answered ${times} times. The first and the latest are shown.`,
  },
  bands: {
    none: 'none',
    mild: 'mild',
    moderate: 'moderate',
    'moderately-severe': 'moderately severe',
    severe: 'severe',
    minimal: 'minimal',
    usual: 'usual',
    borderline: 'borderline',
    likely: 'likely',
    low: 'low',
    'very-low': 'very low',
  },
  summary: {
    started: ({ programme, unit, on, weeks }) =>
      `The patient began the online programme “${programme}” at ${unit} on ${on}. The programme takes about ${weeks} weeks.`,
    following: ({ programme, unit, on, day, days }) =>
      `The patient has followed the online programme “${programme}” at ${unit} since ${on} and is on day ${day} of ${days}.`,
    followed: ({ programme, unit, on, to }) =>
      `The patient followed the online programme “${programme}” at ${unit} from ${on} to ${to}.`,
    modules: (finished, opened) => `${finished} of ${opened} opened modules are finished.`,
    atStart: (form, value) => `“${form}” at the start: ${value}.`,
    course: (form, first, last, change) => `“${form}”: ${first} at the start and ${last} last, ${change}.`,
    notAnswered: (form) => `“${form}” has not been answered.`,
    notAnsweredSince: (form, first) => `“${form}”: ${first} at the start, not answered since.`,
    responder: (customary, proposed) =>
      `Responder: ${yesNo(customary.reached)} by a fall of at least ${customary.points}, ${yesNo(proposed.reached)} by a fall of at least ${proposed.points}.`,
  },
  contact: {
    title: 'Contact',
    unit: (unit) => `Unit: ${unit}`,
    clinician: (name) => `Clinician: ${name}`,
  },
  example: 'The content of the programme is an example and has not been clinically approved.',
};
