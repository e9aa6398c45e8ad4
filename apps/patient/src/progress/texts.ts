import { defineTexts } from '@skute/ui/i18n';

/** What scores and bands of our own measures are called; by the ids in `domains/forms/src/instruments`. */
export const scoreTexts = defineTexts('scores', {
  'skute-ibs-symptoms total': {
    nb: 'Plagene dine',
    nn: 'Plagene dine',
    sv: 'Dina besvär',
    en: 'Your symptoms',
  },
  'skute-ibs-week total': { nb: 'Uka di', nn: 'Veka di', sv: 'Din vecka', en: 'Your week' },
  'skute-ibs-life total': {
    nb: 'Livet med magen',
    nn: 'Livet med magen',
    sv: 'Livet med magen',
    en: 'Life with the gut',
  },
  'skute-ibs-life mood': { nb: 'Humøret', nn: 'Humøret', sv: 'Humöret', en: 'Mood' },
  'skute-ibs-life activity': { nb: 'Det du gjør', nn: 'Det du gjer', sv: 'Det du gör', en: 'What you do' },
  'skute-ibs-life body': { nb: 'Kroppen', nn: 'Kroppen', sv: 'Kroppen', en: 'The body' },
  'skute-ibs-life worry': { nb: 'Uro', nn: 'Uro', sv: 'Oro', en: 'Worry' },
  'skute-ibs-life food': { nb: 'Maten', nn: 'Maten', sv: 'Maten', en: 'Food' },
  'skute-ibs-life others': { nb: 'Du og andre', nn: 'Du og andre', sv: 'Du och andra', en: 'You and others' },
  'skute-ibs-life intimacy': {
    nb: 'Nærhet og sex',
    nn: 'Nærleik og sex',
    sv: 'Närhet och sex',
    en: 'Intimacy',
  },
  'skute-ibs-life closeness': {
    nb: 'De du er glad i',
    nn: 'Dei du er glad i',
    sv: 'De du tycker om',
    en: 'Those you care for',
  },
  'skute-satisfaction total': {
    nb: 'Hva du syns om programmet',
    nn: 'Kva du synest om programmet',
    sv: 'Vad du tycker om programmet',
    en: 'What you think of the programme',
  },
  'band none': { nb: 'Ingen', nn: 'Ingen', sv: 'Inga', en: 'None' },
  'band mild': { nb: 'Milde', nn: 'Milde', sv: 'Milda', en: 'Mild' },
  'band moderate': { nb: 'Moderate', nn: 'Moderate', sv: 'Måttliga', en: 'Moderate' },
  'band severe': { nb: 'Alvorlige', nn: 'Alvorlege', sv: 'Svåra', en: 'Severe' },
});

/** What a number means, said in words before anything is drawn. */
export const meaningTexts = defineTexts('meaning', {
  lower: { nb: 'Lavere er bedre.', nn: 'Lågare er betre.', sv: 'Lägre är bättre.', en: 'Lower is better.' },
  higher: { nb: 'Høyere er bedre.', nn: 'Høgare er betre.', sv: 'Högre är bättre.', en: 'Higher is better.' },
  first: {
    nb: 'Tallet ditt er {value}.',
    nn: 'Talet ditt er {value}.',
    sv: 'Ditt tal är {value}.',
    en: 'Your score is {value}.',
  },
  same: {
    nb: 'Tallet ditt er {value}, det samme som sist.',
    nn: 'Talet ditt er {value}, det same som sist.',
    sv: 'Ditt tal är {value}, samma som förra gången.',
    en: 'Your score is {value}, the same as last time.',
  },
  down: {
    nb: 'Tallet ditt gikk ned fra {before} til {value}.',
    nn: 'Talet ditt gjekk ned frå {before} til {value}.',
    sv: 'Ditt tal gick ner från {before} till {value}.',
    en: 'Your score went down from {before} to {value}.',
  },
  up: {
    nb: 'Tallet ditt gikk opp fra {before} til {value}.',
    nn: 'Talet ditt gjekk opp frå {before} til {value}.',
    sv: 'Ditt tal gick upp från {before} till {value}.',
    en: 'Your score went up from {before} to {value}.',
  },
  noticeable: {
    nb: 'Det er en forskjell mange merker i hverdagen.',
    nn: 'Det er ein skilnad mange merkar i kvardagen.',
    sv: 'Det är en skillnad som många märker i vardagen.',
    en: 'Many people notice a change like this in daily life.',
  },
  notNoticeable: {
    nb: 'Forskjellen er for liten til å være sikker.',
    nn: 'Skilnaden er for liten til å vere sikker.',
    sv: 'Skillnaden är för liten för att vara säker.',
    en: 'The change is too small to be sure of.',
  },
  worse: {
    nb: 'Det kan skje, og det betyr ikke at du har gjort noe feil.',
    nn: 'Det kan skje, og det betyr ikkje at du har gjort noko feil.',
    sv: 'Det kan hända, och det betyder inte att du har gjort fel.',
    en: 'It can happen, and it does not mean you did anything wrong.',
  },
  band: {
    nb: 'På skalaen heter det «{band}».',
    nn: 'På skalaen heiter det «{band}».',
    sv: 'På skalan heter det ”{band}”.',
    en: 'On the scale this is called “{band}”.',
  },
  tooMuchMissing: {
    nb: 'Noen svar mangler, så det blir ikke noe tall denne gangen.',
    nn: 'Nokre svar manglar, så det blir ikkje noko tal denne gongen.',
    sv: 'Några svar saknas, så det blir inget tal den här gången.',
    en: 'Some answers are missing, so there is no score this time.',
  },
  notValidated: {
    nb: 'Skalaen er vår egen og er ikke prøvd ut ennå.',
    nn: 'Skalaen er vår eigen og er ikkje prøvd ut enno.',
    sv: 'Skalan är vår egen och är inte utprövad än.',
    en: 'The scale is our own and has not been tested yet.',
  },
});

export const progressTexts = defineTexts('progress', {
  title: { nb: 'Min utvikling', nn: 'Mi utvikling', sv: 'Min utveckling', en: 'My progress' },
  text: {
    nb: 'Slik har svarene dine vært over tid.',
    nn: 'Slik har svara dine vore over tid.',
    sv: 'Så har dina svar varit över tid.',
    en: 'This is how your answers have been over time.',
  },
  next: {
    nb: 'Neste måling: {title}, {day}.',
    nn: 'Neste måling: {title}, {day}.',
    sv: 'Nästa mätning: {title}, {day}.',
    en: 'Next time: {title}, {day}.',
  },
  onePoint: {
    nb: 'Når du har svart to ganger, ser du en linje her.',
    nn: 'Når du har svart to gonger, ser du ei linje her.',
    sv: 'När du har svarat två gånger ser du en linje här.',
    en: 'When you have answered twice, you see a line here.',
  },
  empty: {
    nb: 'Her kommer svarene dine når du har fylt ut et skjema.',
    nn: 'Her kjem svara dine når du har fylt ut eit skjema.',
    sv: 'Här kommer dina svar när du har fyllt i ett formulär.',
    en: 'Your answers come here when you have filled in a form.',
  },
  toToday: { nb: 'Til I dag', nn: 'Til I dag', sv: 'Till I dag', en: 'To Today' },
  more: { nb: 'Flere områder', nn: 'Fleire område', sv: 'Fler områden', en: 'More areas' },
  answered: {
    nb: 'Det du har svart',
    nn: 'Det du har svart',
    sv: 'Det du har svarat',
    en: 'What you have answered',
  },
  older: { nb: 'Eldre svar', nn: 'Eldre svar', sv: 'Äldre svar', en: 'Older answers' },
  answeredOn: { nb: 'Sendt {day}', nn: 'Sendt {day}', sv: 'Skickat {day}', en: 'Sent {day}' },
  noAnswer: { nb: 'Ikke besvart', nn: 'Ikkje svart på', sv: 'Inte besvarat', en: 'Not answered' },
  declined: { nb: 'Vil ikke svare', nn: 'Vil ikkje svare', sv: 'Vill inte svara', en: 'Rather not say' },
  calculated: { nb: 'Regnet ut', nn: 'Rekna ut', sv: 'Uträknat', en: 'Worked out' },
  wordingOfThen: {
    nb: 'Spørsmålene står slik de var da du svarte.',
    nn: 'Spørsmåla står slik dei var då du svara.',
    sv: 'Frågorna står som de var när du svarade.',
    en: 'The questions are as they were when you answered.',
  },
  showTable: { nb: 'Vis som tabell', nn: 'Vis som tabell', sv: 'Visa som tabell', en: 'Show as a table' },
  hideTable: { nb: 'Skjul tabellen', nn: 'Gøym tabellen', sv: 'Dölj tabellen', en: 'Hide the table' },
  points: { nb: 'Målinger', nn: 'Målingar', sv: 'Mätningar', en: 'Measurements' },
  date: { nb: 'Dag', nn: 'Dag', sv: 'Dag', en: 'Day' },
  value: { nb: 'Tall', nn: 'Tal', sv: 'Tal', en: 'Score' },
  band: { nb: 'Nivå', nn: 'Nivå', sv: 'Nivå', en: 'Level' },
  note: { nb: 'Merknad', nn: 'Merknad', sv: 'Anteckning', en: 'Note' },
  series: { nb: 'Serie', nn: 'Serie', sv: 'Serie', en: 'Series' },
  lowerTag: {
    nb: '↓ Lavere er bedre',
    nn: '↓ Lågare er betre',
    sv: '↓ Lägre är bättre',
    en: '↓ Lower is better',
  },
  higherTag: {
    nb: '↑ Høyere er bedre',
    nn: '↑ Høgare er betre',
    sv: '↑ Högre är bättre',
    en: '↑ Higher is better',
  },
  limit: {
    nb: '{points} poeng fra første måling: mange merker forskjell',
    nn: '{points} poeng frå første måling: mange merkar skilnad',
    sv: '{points} poäng från första mätningen: många märker skillnad',
    en: '{points} points from the first: many notice a change',
  },
  strip: {
    nb: 'For liten endring til å være sikker',
    nn: 'For lita endring til å vere sikker',
    sv: 'För liten ändring för att vara säker',
    en: 'Too small a change to be sure',
  },
});

/** *Hva betyr dette?* under each score. */
export const explainTexts = defineTexts('explain', {
  title: {
    nb: 'Hva betyr dette?',
    nn: 'Kva betyr dette?',
    sv: 'Vad betyder det här?',
    en: 'What does this mean?',
  },
  scale: {
    nb: 'Tallet kan gå fra {min} til {max}. Det regnes ut av svarene dine.',
    nn: 'Talet kan gå frå {min} til {max}. Det blir rekna ut av svara dine.',
    sv: 'Talet kan gå från {min} till {max}. Det räknas ut av dina svar.',
    en: 'The score can go from {min} to {max}. It is worked out from your answers.',
  },
  bands: {
    nb: 'Skalaen er delt slik:',
    nn: 'Skalaen er delt slik:',
    sv: 'Skalan är delad så här:',
    en: 'The scale is divided like this:',
  },
  band: {
    nb: '{band}: fra {from}',
    nn: '{band}: frå {from}',
    sv: '{band}: från {from}',
    en: '{band}: from {from}',
  },
  bandAbove: {
    nb: '{band}: over {from}',
    nn: '{band}: over {from}',
    sv: '{band}: över {from}',
    en: '{band}: over {from}',
  },
  change: {
    nb: 'Når tallet endrer seg {points} eller mer, merker mange det i hverdagen.',
    nn: 'Når talet endrar seg {points} eller meir, merkar mange det i kvardagen.',
    sv: 'När talet ändras {points} eller mer märker många det i vardagen.',
    en: 'When the score changes by {points} or more, many people notice it in daily life.',
  },
  alone: {
    nb: 'Et tall sier ikke alt. Hvordan du har det, vet du best selv.',
    nn: 'Eit tal seier ikkje alt. Korleis du har det, veit du best sjølv.',
    sv: 'Ett tal säger inte allt. Hur du mår vet du bäst själv.',
    en: 'A score does not say everything. You know best how you are.',
  },
});
