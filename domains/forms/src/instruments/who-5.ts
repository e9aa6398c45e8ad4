import type { Instrument } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const topp =
  'Topp CW, Østergaard SD, Søndergaard S, Bech P. The WHO-5 Well-Being Index. Psychother Psychosom 2015;84:167–176';
const items = numbered(...upTo(5));

/** Well-being in the last 2 weeks: five answers 0–5, the sum times 4. */
export const who5: Instrument = {
  id: 'who-5',
  version: '1.0.0',
  title: 'WHO-5 Well-Being Index',
  licence: {
    kind: 'free',
    holder: 'World Health Organization',
    terms:
      'Free of charge with the source named; some editions forbid commercial use. The wording is not shipped.',
  },
  validated: true,
  source: topp,
  missingRule: 'All 5 answers are needed; the publication has no rule for fewer.',
  items: wholeItems(items, 0, 5),
  scores: [
    {
      id: 'total',
      direction: 'higher-is-better',
      min: 0,
      max: 100,
      compute: { by: 'sum', items, atLeast: 5, missing: 'none', multiply: 4 },
      // Topp 2015: 50 or lower is the usual cut-off when screening for depression, 28 or lower a stricter one.
      bands: [
        { id: 'very-low', from: 0 },
        { id: 'low', from: 28, above: true },
        { id: 'usual', from: 50, above: true },
      ],
      changes: [{ id: 'clinically-relevant', points: 10, source: topp, forPatients: true }],
    },
  ],
};
