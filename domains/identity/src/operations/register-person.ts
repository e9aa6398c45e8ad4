import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import { fullName, type Identity, type PersonKind } from '../person.ts';
import { sealIdentity } from '../sealed-identity.ts';
import { nameTokens, numberToken } from '../search-token.ts';
import {
  claimNumbers,
  deletePerson,
  findHolders,
  insertPerson,
  insertSearchTokens,
  type NumberClaim,
} from '../store.ts';
import { searchKeyOf } from './search-key.ts';

export interface NewPerson {
  readonly id: string;
  readonly kind: PersonKind;
  readonly identity: Identity;
  readonly now: EpochMs;
}

export interface AlreadyKnown {
  readonly refused: 'already-known';
  /** Who has the national number, or the HPR number. */
  readonly personId: string;
}

/**
 * Registers somebody whose number nobody of the kind has in the organisation. The person's key is on disk before anything
 * is sealed with it; if the transaction is undone the key is left without a use, which harms nobody.
 * Only patients can be searched by name.
 */
export async function registerPerson(
  tx: TenantTx,
  keys: KeyStore,
  person: NewPerson,
): Promise<{ readonly id: string } | AlreadyKnown> {
  const { id, kind, identity } = person;
  const searchKey = await searchKeyOf(tx, keys);
  const claims: NumberClaim[] = [{ kind, token: numberToken(searchKey, kind, identity.number) }];
  if (identity.hpr) claims.push({ kind: 'hpr', token: numberToken(searchKey, 'hpr', identity.hpr) });

  const hadKey = (await keys.find(tx.tenantId, id)) !== undefined;
  if (!hadKey) await keys.create(tx.tenantId, id);
  insertPerson(tx, {
    ...(await sealIdentity(keys, tx.tenantId, id, identity)),
    kind,
    at: new Date(person.now),
  });

  if (!(await claimNumbers(tx, id, claims))) {
    deletePerson(tx, id);
    const [holder] = await findHolders(tx, claims);
    if (!hadKey) await keys.destroy(tx.tenantId, id);
    if (holder === undefined) throw new Error('a number is taken and nobody has it');
    return { refused: 'already-known', personId: holder };
  }
  if (kind === 'patient') insertSearchTokens(tx, id, nameTokens(searchKey, kind, fullName(identity)));
  return { id };
}
