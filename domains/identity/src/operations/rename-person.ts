import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { fullName, type Identity } from '../person.ts';
import { identityOf, sealIdentity } from '../sealed-identity.ts';
import { nameTokens } from '../search-token.ts';
import { deleteOtherSearchTokens, insertSearchTokens, lockPerson, updateIdentity } from '../store.ts';
import { searchKeyOf } from './search-key.ts';

/** Gives a person another name. The old one can't be searched for any more. */
export async function renamePerson(
  tx: TenantTx,
  keys: KeyStore,
  id: string,
  name: Pick<Identity, 'given' | 'family'>,
): Promise<Identity | { readonly refused: 'not-found' }> {
  const person = await lockPerson(tx, id);
  const identity = person && (await identityOf(keys, tx.tenantId, person));
  if (!identity) return { refused: 'not-found' };

  const renamed: Identity = { ...identity, given: name.given, family: name.family };
  updateIdentity(tx, await sealIdentity(keys, tx.tenantId, id, renamed));
  if (person.kind === 'patient') {
    const tokens = nameTokens(await searchKeyOf(tx, keys), person.kind, fullName(renamed));
    deleteOtherSearchTokens(tx, id, tokens);
    insertSearchTokens(tx, id, tokens);
  }
  return renamed;
}
