import type { Instrument } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const items = numbered(...upTo(11));

/** Arm, shoulder and hand in the last week: (mean of 1–5, minus 1) × 25. The optional work and sport modules are left out. */
export const quickDash: Instrument = {
  id: 'quick-dash',
  version: '1.0.0',
  title: 'QuickDASH',
  licence: {
    kind: 'licensed',
    holder: 'Institute for Work & Health, Toronto',
    terms:
      'The wording is not shipped. Free for clinics without a commercial aim; a licence for commercial use (dash.iwh.on.ca).',
  },
  validated: true,
  source:
    'Beaton DE, Wright JG, Katz JN. Development of the QuickDASH. J Bone Joint Surg Am 2005;87:1038–1046',
  missingRule: 'At least 10 of 11 answers; the mean is of those answered (Beaton 2005).',
  items: wholeItems(items, 1, 5),
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 100,
      compute: { by: 'mean', items, atLeast: 10, missing: 'mean', add: -1, multiply: 25, decimals: 1 },
      bands: [],
      changes: [
        {
          id: 'smallest-important',
          points: 14,
          source:
            'Sorensen AA et al. J Hand Surg Am 2013;38:641–649 (95 % CI 9–20; arm and hand, not operated)',
          forPatients: true,
        },
        {
          id: 'smallest-important-operated-wrist',
          points: 25.8,
          source: 'Smith-Forbes EV et al. J Hand Ther 2016;29:81–88 (operated distal radius fracture)',
          forPatients: false,
        },
      ],
    },
  ],
};
