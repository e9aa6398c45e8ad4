import type { Instrument } from './instrument.ts';

/** For what we have worded ourselves. Forms are in `programmes/`, under the licence there. */
export const ourOwn: Instrument['licence'] = {
  kind: 'own',
  holder: 'The Skute project',
  terms: 'Scoring Apache-2.0, wording CC BY 4.0.',
};
