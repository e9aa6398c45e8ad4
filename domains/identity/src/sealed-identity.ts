import type { KeyObject } from 'node:crypto';
import { type KeyStore, type Place, sealText, unsealText } from '@skute/platform/keys';
import { Identity } from './person.ts';
import type { SealedPerson } from './store.ts';

/** The row's identity, or undefined when the person's key is destroyed: then nobody can read it any more. */
export async function identityOf(
  keys: KeyStore,
  tenant: string,
  person: SealedPerson,
): Promise<Identity | undefined> {
  const key = await keys.find(tenant, person.id);
  if (!key) return undefined;
  const known = opened.get(key);
  if (known?.sealed.equals(person.identity)) return known.identity;
  const text = unsealText(key, placeOf(tenant, person.id), person.identity);
  const identity = Object.freeze(Identity.parse(JSON.parse(text)));
  opened.set(key, { sealed: person.identity, identity });
  return identity;
}

/**
 * What was opened with a key that is still in memory: it goes when the key does, so that it can be read no longer than the
 * key could be used. A list opens the same persons at each look.
 */
const opened = new WeakMap<KeyObject, { readonly sealed: Buffer; readonly identity: Identity }>();

const filesAtOnce = 100;

/** Identities by person id. Those whose key is destroyed are left out. */
export async function openIdentities(
  keys: KeyStore,
  tenant: string,
  persons: readonly SealedPerson[],
): Promise<Map<string, Identity>> {
  const opened = new Map<string, Identity>();
  for (let from = 0; from < persons.length; from += filesAtOnce) {
    await Promise.all(
      persons.slice(from, from + filesAtOnce).map(async (person) => {
        const identity = await identityOf(keys, tenant, person);
        if (identity) opened.set(person.id, identity);
      }),
    );
  }
  return opened;
}

/** Seals an identity for the person's row. The person has a key. */
export async function sealIdentity(
  keys: KeyStore,
  tenant: string,
  id: string,
  identity: Identity,
): Promise<SealedPerson> {
  const key = await keys.get(tenant, id);
  return { id, identity: sealText(key, placeOf(tenant, id), JSON.stringify(identity)) };
}

function placeOf(tenant: string, person: string): Place {
  return { tenant, person, table: 'identity.person', row: person, field: 'identity' };
}
