import { type Identity, identityOf } from '@skute/identity';
import type { KeyStore } from '@skute/platform/keys';

export type IdentityReader = (personId: string, sealed: Buffer) => Promise<Identity | undefined>;

/** Opens sealed identities of a list, each person once. Undefined: the key is destroyed, and so the person is gone. */
export function identityReader(keys: KeyStore, tenantId: string): IdentityReader {
  const opened = new Map<string, Promise<Identity | undefined>>();
  return (personId, sealed) => {
    const known = opened.get(personId);
    if (known) return known;
    const identity = identityOf(keys, tenantId, { id: personId, identity: sealed });
    opened.set(personId, identity);
    return identity;
  };
}

/** The clinician's name, or nothing where the account is gone. */
export function staffName(identity: Pick<Identity, 'given' | 'family'> | undefined): string {
  return identity ? `${identity.given} ${identity.family}` : '–';
}
