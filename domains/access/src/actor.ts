import type { Language } from './contract.ts';
import type { EpochMs } from '@skute/platform/time';

export type RoleName = 'clinician' | 'unit-administrator';

/** Who is asking, as the session says. Rights are checked again in the database by every act on a patient's data. */
export interface Actor {
  readonly kind: 'patient' | 'clinician';
  readonly tenantId: string;
  readonly personId: string;
  /** The clinician's unit in this session. */
  readonly unitId: string | null;
  readonly roles: readonly RoleName[];
  /** Of the screen; replies carry texts in it, or in the nearest there is. */
  readonly language: Language;
  readonly sessionHash: Buffer;
  readonly sharedDevice: boolean;
  readonly idleEndsAt: EpochMs;
  readonly endsAt: EpochMs;
}
