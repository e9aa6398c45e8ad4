import { defineTexts } from '@skute/ui/i18n';

/** What scores and bands are called at the clinic; by the ids in `domains/forms/src/instruments`. */
export const scoreTexts = defineTexts('clinicScores', {
  'skute-ibs-symptoms total': { nb: 'Mageplager', nn: 'Mageplager', sv: 'Magbesvär', en: 'Gut symptoms' },
  'skute-ibs-week total': { nb: 'Uka', nn: 'Veka', sv: 'Veckan', en: 'The week' },
  'skute-ibs-life total': {
    nb: 'Livet med magen',
    nn: 'Livet med magen',
    sv: 'Livet med magen',
    en: 'Life with the gut',
  },
  'skute-ibs-life mood': { nb: 'Humør', nn: 'Humør', sv: 'Humör', en: 'Mood' },
  'skute-ibs-life activity': { nb: 'Gjøremål', nn: 'Gjeremål', sv: 'Vardag', en: 'Activities' },
  'skute-ibs-life body': { nb: 'Kroppen', nn: 'Kroppen', sv: 'Kroppen', en: 'The body' },
  'skute-ibs-life worry': { nb: 'Uro', nn: 'Uro', sv: 'Oro', en: 'Worry' },
  'skute-ibs-life food': { nb: 'Mat', nn: 'Mat', sv: 'Mat', en: 'Food' },
  'skute-ibs-life others': { nb: 'Andre folk', nn: 'Andre folk', sv: 'Andra människor', en: 'Other people' },
  'skute-ibs-life intimacy': {
    nb: 'Nærhet og sex',
    nn: 'Nærleik og sex',
    sv: 'Närhet och sex',
    en: 'Intimacy',
  },
  'skute-ibs-life closeness': { nb: 'De nærmeste', nn: 'Dei næraste', sv: 'De närmaste', en: 'Those close' },
  'skute-satisfaction total': {
    nb: 'Syn på programmet',
    nn: 'Syn på programmet',
    sv: 'Syn på programmet',
    en: 'View of the programme',
  },
  'band none': { nb: 'Ingen', nn: 'Ingen', sv: 'Inga', en: 'None' },
  'band mild': { nb: 'Milde', nn: 'Milde', sv: 'Milda', en: 'Mild' },
  'band moderate': { nb: 'Moderate', nn: 'Moderate', sv: 'Måttliga', en: 'Moderate' },
  'band severe': { nb: 'Alvorlige', nn: 'Alvorlege', sv: 'Svåra', en: 'Severe' },
});

/** What a number means, to a clinician. */
export const meaningTexts = defineTexts('clinicMeaning', {
  first: {
    nb: '{name}: {value} ({now}).',
    nn: '{name}: {value} ({now}).',
    sv: '{name}: {value} ({now}).',
    en: '{name}: {value} ({now}).',
  },
  same: {
    nb: '{name}: {value} ({now}), det samme som først ({when}).',
    nn: '{name}: {value} ({now}), det same som først ({when}).',
    sv: '{name}: {value} ({now}), samma som först ({when}).',
    en: '{name}: {value} ({now}), the same as at first ({when}).',
  },
  down: {
    nb: '{name}: ned fra {before} ({when}) til {value} ({now}).',
    nn: '{name}: ned frå {before} ({when}) til {value} ({now}).',
    sv: '{name}: ner från {before} ({when}) till {value} ({now}).',
    en: '{name}: down from {before} ({when}) to {value} ({now}).',
  },
  up: {
    nb: '{name}: opp fra {before} ({when}) til {value} ({now}).',
    nn: '{name}: opp frå {before} ({when}) til {value} ({now}).',
    sv: '{name}: upp från {before} ({when}) till {value} ({now}).',
    en: '{name}: up from {before} ({when}) to {value} ({now}).',
  },
  lower: { nb: 'Lavere er bedre.', nn: 'Lågare er betre.', sv: 'Lägre är bättre.', en: 'Lower is better.' },
  higher: { nb: 'Høyere er bedre.', nn: 'Høgare er betre.', sv: 'Högre är bättre.', en: 'Higher is better.' },
  band: { nb: 'Nivå: {band}.', nn: 'Nivå: {band}.', sv: 'Nivå: {band}.', en: 'Level: {band}.' },
  reached: {
    nb: 'Endringen på {change} poeng når {points}.',
    nn: 'Endringa på {change} poeng når {points}.',
    sv: 'Ändringen på {change} poäng når {points}.',
    en: 'The change of {change} points reaches {points}.',
  },
  notReached: {
    nb: 'Endringen på {change} poeng når ikke {points}.',
    nn: 'Endringa på {change} poeng når ikkje {points}.',
    sv: 'Ändringen på {change} poäng når inte {points}.',
    en: 'The change of {change} points does not reach {points}.',
  },
  limits_one: { nb: 'grensa {all}', nn: 'grensa {all}', sv: 'gränsen {all}', en: 'the limit of {all}' },
  limits_other: {
    nb: 'grensene {all}',
    nn: 'grensene {all}',
    sv: 'gränserna {all}',
    en: 'the limits of {all}',
  },
  none: {
    nb: '{name}: ikke noe tall ennå.',
    nn: '{name}: ikkje noko tal enno.',
    sv: '{name}: inget tal än.',
    en: '{name}: no number yet.',
  },
  notValidated: {
    nb: 'Egen ordlyd, ikke validert.',
    nn: 'Eigen ordlyd, ikkje validert.',
    sv: 'Egen ordalydelse, inte validerad.',
    en: 'Own wording, not validated.',
  },
  from: { nb: '«{title}».', nn: '«{title}».', sv: '”{title}”.', en: '“{title}”.' },
});
