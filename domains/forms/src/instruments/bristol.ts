import type { Instrument } from './instrument.ts';
import { wholeItems } from './items.ts';

/** One stool, types 1–7. Neither end is better. */
export const bristol: Instrument = {
  id: 'bristol',
  version: '1.0.0',
  title: 'Stool form, types 1–7 (Bristol)',
  licence: {
    kind: 'licensed',
    holder: 'The authors; pictures and translations by the Rome Foundation and others',
    terms:
      'Wording and pictures of others are not shipped. Our pictures and words for the seven types are our own.',
  },
  validated: true,
  source:
    'Lewis SJ, Heaton KW. Stool form scale as a useful guide to intestinal transit time. Scand J Gastroenterol 1997;32:920–924',
  missingRule: 'One answer, or no score.',
  items: wholeItems(['stool-type'], 1, 7),
  scores: [
    {
      id: 'type',
      direction: 'none',
      min: 1,
      max: 7,
      compute: { by: 'sum', items: ['stool-type'], atLeast: 1, missing: 'none' },
      // Hard 1–2, loose 6–7, as the Rome IV subtypes use them.
      bands: [
        { id: 'hard', from: 1 },
        { id: 'usual', from: 3 },
        { id: 'loose', from: 6 },
      ],
      changes: [],
    },
  ],
};
