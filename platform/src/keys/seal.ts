import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/**
 * Where a sealed value lives. It is bound into the seal, so that a value copied to another tenant, person, table,
 * row or field does not open there.
 */
export interface Place {
  readonly tenant: string;
  readonly person: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. One person's key seals far fewer than the 2^32 values
 * at which random nonces become unsafe. Layout: version (1) · nonce (12) · ciphertext · tag (16).
 */
export function seal(key: KeyObject, place: Place, content: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(place));
  return Buffer.concat([
    Buffer.of(version),
    nonce,
    cipher.update(content),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Opens what `seal` made for the same key and place. Throws when either differs or a bit has changed. */
export function unseal(key: KeyObject, place: Place, sealed: Uint8Array): Buffer {
  if (sealed[0] !== version || sealed.length < 1 + nonceBytes + tagBytes)
    throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes));
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const content = decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes));
  return Buffer.concat([content, decipher.final()]);
}

export function sealText(key: KeyObject, place: Place, content: string): Buffer {
  return seal(key, place, Buffer.from(content, 'utf8'));
}

export function unsealText(key: KeyObject, place: Place, sealed: Uint8Array): string {
  return unseal(key, place, sealed).toString('utf8');
}

/** The parts are ids and names of ours, never free text, so that the separator can't occur in them. */
function boundTo(place: Place): Buffer {
  return Buffer.from([place.tenant, place.person, place.table, place.row, place.field].join('|'), 'utf8');
}
