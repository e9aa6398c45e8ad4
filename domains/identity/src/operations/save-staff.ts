import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { Identity } from '../person.ts';
import { identityOf, sealIdentity } from '../sealed-identity.ts';
import { numberToken } from '../search-token.ts';
import { claimNumbers, lockPerson, releaseNumber, updateIdentity } from '../store.ts';
import { findByNumber } from './find-person.ts';
import { registerPerson } from './register-person.ts';
import { searchKeyOf } from './search-key.ts';

export interface SavedStaff {
  readonly id: string;
  readonly change: 'made' | 'changed' | 'unchanged';
}

/** The transaction must be undone: some of it may have been written. */
export interface CannotSaveStaff {
  /** Somebody else has the HPR number; or the person's key is destroyed, and with it who they were. */
  readonly refused: 'hpr-taken' | 'forgotten';
}

/** Registers somebody of the staff, or makes what is known of the one with this national number what is given. */
export async function saveStaff(
  tx: TenantTx,
  keys: KeyStore,
  staff: { readonly newId: string; readonly identity: Identity; readonly now: EpochMs },
): Promise<SavedStaff | CannotSaveStaff> {
  const { newId, identity, now } = staff;
  const id = await findByNumber(tx, keys, 'staff', identity.number);
  if (id === undefined) {
    const made = await registerPerson(tx, keys, { id: newId, kind: 'staff', identity, now });
    return 'refused' in made ? { refused: 'hpr-taken' } : { id: newId, change: 'made' };
  }
  const person = await lockPerson(tx, id);
  const known = person && (await identityOf(keys, tx.tenantId, person));
  if (!known) return { refused: 'forgotten' };
  if (isSame(known, identity)) return { id, change: 'unchanged' };
  if (known.hpr !== identity.hpr && !(await changeHpr(tx, keys, id, identity.hpr)))
    return { refused: 'hpr-taken' };
  updateIdentity(tx, await sealIdentity(keys, tx.tenantId, id, identity));
  return { id, change: 'changed' };
}

async function changeHpr(
  tx: TenantTx,
  keys: KeyStore,
  id: string,
  hpr: string | undefined,
): Promise<boolean> {
  releaseNumber(tx, id, 'hpr');
  if (hpr === undefined) return true;
  return claimNumbers(tx, id, [{ kind: 'hpr', token: numberToken(await searchKeyOf(tx, keys), 'hpr', hpr) }]);
}

const fields = ['given', 'family', 'born', 'number', 'numberKind', 'hpr', 'title'] as const;

function isSame(one: Identity, other: Identity): boolean {
  return fields.every((field) => one[field] === other[field]);
}
