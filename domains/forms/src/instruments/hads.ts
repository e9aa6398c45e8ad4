import type { Instrument, ScoreRule } from './instrument.ts';
import { upTo, wholeItems } from './items.ts';

const items = (scale: string) => upTo(7).map((number) => `${scale}-${number}`);

/** Seven answers 0–3. Values are those printed beside the answers, where 3 is always the worst. */
function scale(id: 'anxiety' | 'depression'): ScoreRule {
  return {
    id,
    direction: 'lower-is-better',
    min: 0,
    max: 21,
    compute: { by: 'sum', items: items(id), atLeast: 4, missing: 'mean' },
    // Zigmond and Snaith 1983: 0–7, 8–10, 11–21.
    bands: [
      { id: 'usual', from: 0 },
      { id: 'borderline', from: 8 },
      { id: 'likely', from: 11 },
    ],
    changes: [
      {
        id: 'smallest-important',
        points: 1.5,
        source:
          'Puhan MA et al. Health Qual Life Outcomes 2008;6:46 (88 patients with chronic lung disease, not IBS)',
        forPatients: false,
      },
    ],
  };
}

/** Anxiety and depression in the last week, in people with bodily illness. */
export const hads: Instrument = {
  id: 'hads',
  version: '1.0.0',
  title: 'Hospital Anxiety and Depression Scale (HADS)',
  licence: {
    kind: 'licensed',
    holder: 'GL Assessment (R. P. Snaith, A. S. Zigmond)',
    terms: 'The wording is not shipped. A licence and a fee for each use.',
  },
  validated: true,
  source:
    'Zigmond AS, Snaith RP. The Hospital Anxiety and Depression Scale. Acta Psychiatr Scand 1983;67:361–370',
  missingRule:
    'Half rule, for each scale: at least 4 of 7, the rest replaced by the mean of those answered, then rounded (Bell ML et al. BMC Res Notes 2016;9:479).',
  items: wholeItems([...items('anxiety'), ...items('depression')], 0, 3),
  scores: [scale('anxiety'), scale('depression')],
};
