import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { IsoDate } from '@skute/platform/time';
import { parseNationalNumber } from '../national-number.ts';
import type { Identity, PersonKind } from '../person.ts';
import { openIdentities } from '../sealed-identity.ts';
import { findSearchKey, type NumberTokenKind, numberToken, searchedTokens } from '../search-token.ts';
import { findByTokens, findHolders, findSealed } from '../store.ts';

/** Who has this national number, as `parseNationalNumber` gives it. */
export async function findByNumber(
  tx: TenantTx,
  keys: KeyStore,
  kind: PersonKind,
  number: string,
): Promise<string | undefined> {
  return findHolder(tx, keys, kind, number);
}

/** Whose number in Helsepersonellregisteret this is. */
export async function findByHpr(tx: TenantTx, keys: KeyStore, hpr: string): Promise<string | undefined> {
  return findHolder(tx, keys, 'hpr', hpr);
}

/** From this many digits on a search is for a number. */
const digitsOfNumber = 6;

/**
 * The patients whom a search text means: the one with the national number, or all who have a word beginning with each word
 * of the text. May hold patients whom the searcher has no right to see: what is shown is up to the caller.
 * `today` lets a Swedish number be typed with ten digits.
 */
export async function searchPatients(
  tx: TenantTx,
  keys: KeyStore,
  text: string,
  today?: IsoDate,
): Promise<Set<string>> {
  if (text.replace(/\D/g, '').length >= digitsOfNumber) {
    const parsed = parseNationalNumber(text, undefined, { today });
    const found = 'refused' in parsed ? undefined : await findByNumber(tx, keys, 'patient', parsed.number);
    return new Set(found === undefined ? [] : [found]);
  }
  const key = await findSearchKey(keys, tx.tenantId);
  const tokens = key ? searchedTokens(key, 'patient', text) : [];
  return new Set(tokens.length > 0 ? await findByTokens(tx, tokens) : []);
}

/** Identities by person id, in one query. Persons who are unknown, or whose key is destroyed, are left out. */
export async function identitiesOf(
  tx: TenantTx,
  keys: KeyStore,
  ids: readonly string[],
): Promise<Map<string, Identity>> {
  return openIdentities(keys, tx.tenantId, await findSealed(tx, ids));
}

async function findHolder(
  tx: TenantTx,
  keys: KeyStore,
  kind: NumberTokenKind,
  number: string,
): Promise<string | undefined> {
  const key = await findSearchKey(keys, tx.tenantId);
  if (!key) return undefined;
  const [holder] = await findHolders(tx, [{ kind, token: numberToken(key, kind, number) }]);
  return holder;
}
