import type { Instrument } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const items = numbered(...upTo(7));

/** Anxiety in the last 2 weeks. */
export const gad7: Instrument = {
  id: 'gad-7',
  version: '1.0.0',
  title: 'Generalised Anxiety Disorder 7 (GAD-7)',
  licence: {
    kind: 'free',
    holder: 'Pfizer Inc. (Spitzer, Williams, Kroenke and others)',
    terms: 'No permission is needed to reproduce, translate, display or distribute (phqscreeners.com).',
  },
  validated: true,
  source: 'Spitzer RL, Kroenke K, Williams JBW, Löwe B. The GAD-7. Arch Intern Med 2006;166:1092–1097',
  missingRule: 'All 7 answers are needed; the publication has no rule for fewer.',
  items: wholeItems(items, 0, 3),
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 21,
      compute: { by: 'sum', items, atLeast: 7, missing: 'none' },
      // Spitzer 2006: 5, 10 and 15.
      bands: [
        { id: 'minimal', from: 0 },
        { id: 'mild', from: 5 },
        { id: 'moderate', from: 10 },
        { id: 'severe', from: 15 },
      ],
      changes: [
        {
          id: 'smallest-important',
          points: 4,
          source:
            'Toussaint A et al. J Affect Disord 2020;265:395–401 (261 patients with chronic depression)',
          forPatients: true,
        },
      ],
    },
  ],
};
