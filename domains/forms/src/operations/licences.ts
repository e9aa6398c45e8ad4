import type { TenantTx } from '@skute/platform/db';
import type { IsoDate } from '@skute/platform/time';
import { licencesOn } from '../store.ts';

/** Whether the organisation may use a measure on a date in each of the languages. */
export async function isLicensed(
  tx: TenantTx,
  instrument: string,
  languages: readonly string[],
  on: IsoDate,
): Promise<boolean> {
  const held = await licencesOn(tx, instrument, on);
  return held.length > 0 && languages.every((one) => held.some((licence) => licence.languages.includes(one)));
}
