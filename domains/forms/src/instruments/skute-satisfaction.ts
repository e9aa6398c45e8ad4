import type { Instrument } from './instrument.ts';
import { wholeItems } from './items.ts';
import { ourOwn } from './our-own.ts';

const items = ['clear', 'easy', 'needs', 'contact', 'respect', 'coping', 'worthwhile', 'recommend'];

/** What the patient thinks of the treatment: 8 answers 1–4, 4 the most content. Built as the CSQ-8 is, in our own words. */
export const skuteSatisfaction: Instrument = {
  id: 'skute-satisfaction',
  version: '1.0.0',
  title: 'Hva syns du om programmet?',
  licence: ourOwn,
  validated: false,
  source:
    'Own wording and own questions. Eight answers 1–4 added up, as in Larsen DL et al. Eval Program Plann 1979;2:197–207',
  missingRule: 'All 8 answers are needed.',
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
