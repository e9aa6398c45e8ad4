import type { Instrument } from './instrument.ts';
import { wholeItems } from './items.ts';
import { ourOwn } from './our-own.ts';

const items = ['week-pain', 'week-gut', 'week-life'];

/** The last week in three answers 0–10. For following one person; there are no bands and no limits of change. */
export const skuteIbsWeek: Instrument = {
  id: 'skute-ibs-week',
  version: '1.0.0',
  title: 'Uka som gikk',
  licence: ourOwn,
  validated: false,
  source: 'Own wording and own sum.',
  missingRule: 'All 3 answers are needed.',
  items: wholeItems(items, 0, 10),
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 30,
      compute: { by: 'sum', items, atLeast: 3, missing: 'none' },
      bands: [],
      changes: [],
    },
  ],
};
