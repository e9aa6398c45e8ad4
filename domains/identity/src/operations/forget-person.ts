import type { TenantTx } from '@skute/platform/db';
import { deletePerson } from '../store.ts';

/**
 * A purge's part here: the row and its tokens. Whoever purges first removes what points to the person, and destroys the
 * person's key when the days for regret are over (product.md section 3).
 */
export function forgetPerson(tx: TenantTx, id: string): void {
  deletePerson(tx, id);
}
