import type { Instrument } from './instrument.ts';
import { numbered, upTo, wholeItems } from './items.ts';

const items = numbered(...upTo(9));

/**
 * Depression in the last 2 weeks. `q9` asks about thoughts of death or self-harm: any answer above 0 must reach a
 * clinician whatever the total is. That is a rule of the form, not of the score.
 */
export const phq9: Instrument = {
  id: 'phq-9',
  version: '1.0.0',
  title: 'Patient Health Questionnaire 9 (PHQ-9)',
  licence: {
    kind: 'free',
    holder: 'Pfizer Inc. (Spitzer, Williams, Kroenke and others)',
    terms: 'No permission is needed to reproduce, translate, display or distribute (phqscreeners.com).',
  },
  validated: true,
  source: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9. J Gen Intern Med 2001;16:606–613',
  missingRule: 'All 9 answers are needed; the publication has no rule for fewer.',
  items: wholeItems(items, 0, 3),
  scores: [
    {
      id: 'total',
      direction: 'lower-is-better',
      min: 0,
      max: 27,
      compute: { by: 'sum', items, atLeast: 9, missing: 'none' },
      // Kroenke 2001: 5, 10, 15 and 20.
      bands: [
        { id: 'minimal', from: 0 },
        { id: 'mild', from: 5 },
        { id: 'moderate', from: 10 },
        { id: 'moderately-severe', from: 15 },
        { id: 'severe', from: 20 },
      ],
      changes: [
        {
          id: 'clinically-significant',
          points: 5,
          source:
            'Löwe B et al. Monitoring depression treatment outcomes with the PHQ-9. Med Care 2004;42:1194–1201',
          forPatients: true,
        },
      ],
    },
  ],
};
