/**
 * Tokens by which a person is found without the number or the name being in the database: HMAC-SHA-256 (RFC 2104) with a
 * key of the organisation, cut to 16 bytes, so that among 10 million different ones no two are the same but
 * with a chance below 2^-80.
 *
 * The purpose goes into the token, so that a patient and a colleague with the same name, or a number that is also
 * somebody's HPR number, can't be told to be the same.
 *
 * What the table tells somebody who reads it without the key: which persons share the beginning of a name, how common each
 * beginning is, and, from the number of tokens, how long the names are. The beginnings of very common names could be guessed
 * from that. With the key a name or number can be tested, so the key lies with the persons' keys, apart from the database.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import type { KeyStore } from '@skute/platform/keys';
import { nameWords, type PersonKind } from './person.ts';

/** Where the key store keeps an organisation's search key: an id that chance gives nobody. */
const searchKeyHolder = '00000000-0000-4000-8000-00000000005e';

const tokenBytes = 16;
const shortest = 2;
const longest = 12;

export type NumberTokenKind = PersonKind | 'hpr';

/** Undefined as long as the organisation has registered nobody. */
export async function findSearchKey(keys: KeyStore, tenant: string): Promise<KeyObject | undefined> {
  return keys.find(tenant, searchKeyHolder);
}

/** The caller makes sure that only one at a time does this for an organisation: see `searchKeyOf` in the store. */
export async function createSearchKey(keys: KeyStore, tenant: string): Promise<KeyObject> {
  return keys.create(tenant, searchKeyHolder);
}

export function numberToken(key: KeyObject, kind: NumberTokenKind, number: string): Buffer {
  return token(key, `number:${kind}`, number);
}

/** A token for each beginning, of two to twelve letters, of each word of a name. */
export function nameTokens(key: KeyObject, kind: PersonKind, name: string): Buffer[] {
  const beginnings = nameWords(name).flatMap((word) => {
    const letters = [...word];
    const lengths = Array.from(
      { length: Math.min(letters.length, longest) - shortest + 1 },
      (_, more) => shortest + more,
    );
    return lengths.map((length) => letters.slice(0, length).join(''));
  });
  return [...new Set(beginnings)].map((beginning) => token(key, `name:${kind}`, beginning));
}

/** One token for each word that was typed. A single letter says too little and is left out; letters after the twelfth too. */
export function searchedTokens(key: KeyObject, kind: PersonKind, text: string): Buffer[] {
  return nameWords(text)
    .map((word) => [...word].slice(0, longest))
    .filter((letters) => letters.length >= shortest)
    .map((letters) => token(key, `name:${kind}`, letters.join('')));
}

/** The purposes have no zero byte, so that purpose and content can't run into each other. */
function token(key: KeyObject, purpose: string, content: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${content}`, 'utf8').digest().subarray(0, tokenBytes);
}
