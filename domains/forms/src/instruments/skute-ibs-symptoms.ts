import { ibsSssBands, ibsSssChanges } from './ibs-sss.ts';
import type { Instrument } from './instrument.ts';
import { lineItems, wholeItems } from './items.ts';
import { ourOwn } from './our-own.ts';

/**
 * Gut symptoms in the last 10 days, in our own words, added up as the IBS-SSS is. Bands and limits are borrowed from it
 * and have not been tested with this wording: the number must not be compared with an IBS-SSS from elsewhere.
 */
export const skuteIbsSymptoms: Instrument = {
  id: 'skute-ibs-symptoms',
  version: '1.0.0',
  title: 'Magen de siste 10 dagene',
  licence: ourOwn,
  validated: false,
  source: 'Own wording. Sum, bands and limits as in Francis CY et al. Aliment Pharmacol Ther 1997;11:395–402',
  missingRule: 'All 5 answers are needed, as for the IBS-SSS.',
  items: [
    ...lineItems(['pain'], 0, 100),
    ...wholeItems(['pain-days'], 0, 10),
    ...lineItems(['bloating', 'stools', 'daily-life'], 0, 100),
  ],
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 500,
      compute: {
        by: 'sum',
        items: ['pain', 'pain-days', 'bloating', 'stools', 'daily-life'],
        times: { 'pain-days': 10 },
        atLeast: 5,
        missing: 'none',
      },
      bands: ibsSssBands,
      changes: ibsSssChanges.map((limit) => ({
        ...limit,
        source: `Borrowed from the IBS-SSS, not tested with this wording. ${limit.source}`,
      })),
    },
  ],
};
