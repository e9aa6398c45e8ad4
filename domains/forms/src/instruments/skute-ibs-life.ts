import type { Instrument, ScoreRule } from './instrument.ts';
import { wholeItems } from './items.ts';
import { ourOwn } from './our-own.ts';

/** The eight areas that the IBS-QOL has (Patrick 1998), with questions of our own and fewer of them. */
const areas: Readonly<Record<string, readonly string[]>> = {
  mood: ['mood-low', 'mood-control'],
  activity: ['activity-plans', 'activity-work'],
  body: ['body-comfort'],
  worry: ['worry-illness', 'worry-future'],
  food: ['food-fear', 'food-less'],
  others: ['others-notice'],
  intimacy: ['intimacy'],
  closeness: ['closeness'],
};

const all = Object.values(areas).flat();

/** 1 (not at all) to 5 (very much) becomes 0–100 where 100 is best: (mean − 5) × −25. */
function outOfHundred(id: string, items: readonly string[], atLeast: number): ScoreRule {
  return {
    id,
    direction: 'higher-is-better',
    min: 0,
    max: 100,
    compute: { by: 'mean', items, atLeast, missing: 'mean', add: -5, multiply: -25, decimals: 1 },
    bands: [],
    changes: [],
  };
}

/** Life with the gut in the last 4 weeks. Not an IBS-QOL: other words, other number of questions, no limits. */
export const skuteIbsLife: Instrument = {
  id: 'skute-ibs-life',
  version: '1.0.0',
  title: 'Livet med magen',
  licence: ourOwn,
  validated: false,
  source: 'Own wording. Areas as in Patrick DL et al. Dig Dis Sci 1998;43:400–411',
  missingRule:
    'An area needs all its answers. The total needs 10 of 12, as some questions may be declined, and is the mean of those answered. Our choice.',
  items: wholeItems(all, 1, 5),
  scores: [
    ...Object.entries(areas).map(([id, items]) => outOfHundred(id, items, items.length)),
    outOfHundred('total', all, 10),
  ],
};
