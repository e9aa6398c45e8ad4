import type { Instrument, ScoreRule } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const patrick =
  'Patrick DL, Drossman DA et al. Quality of life in persons with irritable bowel syndrome. Dig Dis Sci 1998;43:400–411';

/**
 * Numbers of the questions in each domain; 8, 7, 4, 3, 3, 4, 2 and 3 of them. The counts are published
 * (https://pmc.ncbi.nlm.nih.gov/articles/PMC5102981/table/Tab2); which number belongs where is to be confirmed in the
 * licensed manual before use.
 */
const domains: Readonly<Record<string, readonly string[]>> = {
  dysphoria: numbered(1, 6, 7, 9, 10, 13, 16, 30),
  'interference-with-activity': numbered(3, 18, 19, 22, 27, 29, 31),
  'body-image': numbered(5, 21, 25, 26),
  'health-worry': numbered(4, 15, 32),
  'food-avoidance': numbered(11, 23, 28),
  'social-reaction': numbered(2, 14, 17, 34),
  sexual: numbered(12, 20),
  relationship: numbered(8, 24, 33),
};

const all = numbered(...upTo(34));

/** 1–5 where 5 is worst becomes 0–100 where 100 is best: (mean − 5) × −25. */
function outOfHundred(id: string, items: readonly string[]): ScoreRule {
  return {
    id,
    direction: 'higher-is-better',
    min: 0,
    max: 100,
    compute: {
      by: 'mean',
      items,
      atLeast: items.length,
      missing: 'none',
      add: -5,
      multiply: -25,
      decimals: 1,
    },
    bands: [],
    changes: [],
  };
}

/** Quality of life with IBS in the last 4 weeks. */
export const ibsQol: Instrument = {
  id: 'ibs-qol',
  version: '1.0.0',
  title: 'IBS Quality of Life (IBS-QOL)',
  licence: {
    kind: 'licensed',
    holder: 'University of Washington and University of North Carolina',
    terms:
      'The wording is not shipped. Use needs a licence from the holders, through the Mapi Research Trust.',
  },
  validated: true,
  source: patrick,
  missingRule:
    'A domain needs all its answers and the total all 34. The manual may allow fewer; it was not read, so the strictest rule is used.',
  items: wholeItems(all, 1, 5),
  scores: [
    ...Object.entries(domains).map(([id, items]) => outOfHundred(id, items)),
    {
      ...outOfHundred('total', all),
      changes: [
        {
          id: 'meaningful',
          points: 14,
          source: 'Drossman D et al. Am J Gastroenterol 2007;102:1442–1453',
          forPatients: true,
        },
      ],
    },
  ],
};
