import type { Instrument } from './instrument.ts';
import { wholeItems } from './items.ts';

const pain = ['pain-1', 'pain-2', 'pain-3', 'pain-4', 'pain-5'];
const activities = Array.from({ length: 10 }, (_, index) => `function-${index + 1}`);

/** Wrist pain and function in the last week. Pain 0–50, function 0–100 halved to 0–50, total 0–100. */
export const prwe: Instrument = {
  id: 'prwe',
  version: '1.0.0',
  title: 'Patient-Rated Wrist Evaluation (PRWE)',
  licence: {
    kind: 'licensed',
    holder: 'Joy C. MacDermid',
    terms:
      'The wording is not shipped. Copyright of the author, who has given it freely to clinics; ask about language versions.',
  },
  validated: true,
  source: 'MacDermid JC et al. J Orthop Trauma 1998;12:577–586; MacDermid JC. The PRWE user manual, 2007',
  missingRule:
    'User manual: a missing item may be replaced by the mean of its subscale. Read as one item of each subscale: 4 of 5 and 9 of 10 needed.',
  items: wholeItems([...pain, ...activities], 0, 10),
  scores: [
    {
      id: 'pain',
      direction: 'lower-is-better',
      min: 0,
      max: 50,
      compute: { by: 'sum', items: pain, atLeast: 4, missing: 'mean', decimals: 1 },
      bands: [],
      changes: [],
    },
    {
      id: 'function',
      direction: 'lower-is-better',
      min: 0,
      max: 50,
      compute: { by: 'sum', items: activities, atLeast: 9, missing: 'mean', multiply: 0.5, decimals: 1 },
      bands: [],
      changes: [],
    },
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 100,
      compute: {
        by: 'scores',
        of: [
          { score: 'pain', times: 1 },
          { score: 'function', times: 1 },
        ],
        decimals: 1,
      },
      bands: [],
      changes: [
        {
          id: 'smallest-important',
          points: 11.5,
          source:
            'Walenkamp MMJ et al. Clin Orthop Relat Res 2015;473:3235–3241 (distal radius fracture, 102 patients)',
          forPatients: true,
        },
      ],
    },
  ],
};
