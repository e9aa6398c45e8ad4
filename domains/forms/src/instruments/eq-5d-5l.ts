import type { Instrument } from './instrument.ts';
import { wholeItems } from './items.ts';

const dimensions = ['mobility', 'self-care', 'usual-activities', 'pain-discomfort', 'anxiety-depression'];

/** Health today: five answers 1–5 side by side, 1 the best, and the own line 0–100. No value set, so no index. */
export const eq5d5l: Instrument = {
  id: 'eq-5d-5l',
  version: '1.0.0',
  title: 'EQ-5D-5L (profile and own scale)',
  licence: {
    kind: 'licensed',
    holder: 'EuroQol Research Foundation',
    terms: 'The wording is not shipped. Registration with EuroQol is needed; fees for some uses.',
  },
  validated: true,
  source: 'Herdman M et al. Development of the EQ-5D-5L. Qual Life Res 2011;20:1727–1736',
  missingRule: 'A profile needs all 5 answers. The own scale stands alone.',
  items: [...wholeItems(dimensions, 1, 5), ...wholeItems(['own-scale'], 0, 100)],
  scores: [
    {
      id: 'profile',
      direction: 'none',
      min: 11111,
      max: 55555,
      compute: { by: 'profile', items: dimensions },
      bands: [],
      changes: [],
    },
    {
      id: 'own-scale',
      direction: 'higher-is-better',
      min: 0,
      max: 100,
      compute: { by: 'sum', items: ['own-scale'], atLeast: 1, missing: 'none' },
      bands: [],
      changes: [],
    },
  ],
};
