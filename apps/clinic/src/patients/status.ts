import type { TreatmentStatus } from '@skute/treatment/contract';

/** The words for how a treatment stands. */
export const statusWords = {
  invited: 'statusInvited',
  lapsed: 'lapsed',
  active: 'active',
  paused: 'paused',
  maintenance: 'maintenance',
  ended: 'ended',
  purged: 'purged',
} as const satisfies Record<TreatmentStatus, string>;
