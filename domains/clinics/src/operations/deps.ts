import type { KeyStore } from '@skute/platform/keys';
import type { TenantTx } from '@skute/platform/db';
import type { LoadedProgramme } from '@skute/programmes';

export interface ClinicDeps {
  readonly keys: KeyStore;
  readonly practice: boolean;
  readonly newId: () => string;
  /** A programme version, from memory when it has been read before. */
  readonly programme: (tx: TenantTx, versionId: string) => Promise<LoadedProgramme>;
}
