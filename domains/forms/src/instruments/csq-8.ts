import type { Instrument } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const items = numbered(...upTo(8));

/**
 * Satisfaction with a service. Values are those printed beside the answers, where 4 is always the most satisfied. In a
 * form that numbers its answers in the order they are printed, questions 2, 4, 5 and 8 run the other way: give the
 * answers their printed value.
 */
export const csq8: Instrument = {
  id: 'csq-8',
  version: '1.0.0',
  title: 'Client Satisfaction Questionnaire 8 (CSQ-8)',
  licence: {
    kind: 'licensed',
    holder: 'C. Clifford Attkisson, Tamalpais Matrix Systems',
    terms:
      'The wording is not shipped and may not be changed. Use is paid for and needs written permission (csqscales.com).',
  },
  validated: true,
  source: 'Larsen DL, Attkisson CC, Hargreaves WA, Nguyen TD. Eval Program Plann 1979;2:197–207',
  missingRule: 'All 8 answers are needed; no rule for fewer was found.',
  items: wholeItems(items, 1, 4),
  scores: [
    {
      id: 'total',
      direction: 'higher-is-better',
      min: 8,
      max: 32,
      compute: { by: 'sum', items, atLeast: 8, missing: 'none' },
      bands: [],
      changes: [],
    },
  ],
};
