import type { Band, ChangeLimit, Instrument } from './instrument.ts';
import { lineItems, wholeItems } from './items.ts';

const francis =
  'Francis CY, Morris J, Whorwell PJ. The irritable bowel severity scoring system. Aliment Pharmacol Ther 1997;11:395–402';

/**
 * Bands of the total, 0–500. The paper's ranges (75–175 mild, 175–300 moderate, over 300 severe) touch at 175.
 * Rule of version 1.0.0: 175 is moderate, and so is 300.
 */
export const ibsSssBands: readonly Band[] = [
  { id: 'none', from: 0 },
  { id: 'mild', from: 75 },
  { id: 'moderate', from: 175 },
  { id: 'severe', from: 300, above: true },
];

/** Points of the total. */
export const ibsSssChanges: readonly ChangeLimit[] = [
  {
    id: 'customary',
    points: 50,
    source: `${francis}: a fall of 50 goes with improvement`,
    forPatients: true,
  },
  {
    id: 'proposed-2025',
    points: 122,
    source:
      'Sommermeyer H et al. Gastroenterology Rev 2026;21(1):49–54 (online December 2025): best cut-off against adequate relief, 201 patients of one trial',
    forPatients: false,
  },
];

/** IBS Symptom Severity Scale. Pain days are days of the last 10, and count 10 points each. */
export const ibsSss: Instrument = {
  id: 'ibs-sss',
  version: '1.0.0',
  title: 'IBS Symptom Severity Scale (IBS-SSS)',
  licence: {
    kind: 'licensed',
    holder:
      'The authors (University of Manchester); translations by their own holders, among them the Rome Foundation',
    terms: 'The wording is not shipped. Ask the holder of the language version before use.',
  },
  validated: true,
  source: francis,
  missingRule: 'All 5 answers are needed; the publication has no rule for fewer.',
  items: [
    ...lineItems(['pain-severity'], 0, 100),
    ...wholeItems(['pain-days'], 0, 10),
    ...lineItems(['distension', 'bowel-dissatisfaction', 'interference'], 0, 100),
  ],
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 500,
      compute: {
        by: 'sum',
        items: ['pain-severity', 'pain-days', 'distension', 'bowel-dissatisfaction', 'interference'],
        times: { 'pain-days': 10 },
        atLeast: 5,
        missing: 'none',
      },
      bands: ibsSssBands,
      changes: ibsSssChanges,
    },
  ],
};
