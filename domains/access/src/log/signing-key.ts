import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export function publicKeyFile(ledgerDir: string): string {
  return path.join(ledgerDir, 'checkpoints.pub.pem');
}

/**
 * The Ed25519 key (RFC 8032) that signs checkpoints, in the keys' directory and made on first use. Its public key is added
 * to those beside the ledger: after a lost key, what the old one signed can still be checked.
 */
export function openSigningKey(keysDir: string, ledgerDir: string): KeyObject {
  for (const directory of [keysDir, ledgerDir]) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = path.join(keysDir, 'ledger-signing-key.pem');
  if (!existsSync(file)) makeKey(file);
  const key = createPrivateKey(readFileSync(file));
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const beside = publicKeyFile(ledgerDir);
  const known = existsSync(beside) ? readFileSync(beside, 'utf8') : '';
  if (!known.includes(publicPem)) writeFileSync(beside, known + publicPem, { mode: 0o644, flush: true });
  return key;
}

/** Empty when there is no such file. */
export function readPublicKeys(file: string): KeyObject[] {
  if (!existsSync(file)) return [];
  const pems = readFileSync(file, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g);
  return (pems ?? []).map((pem) => createPublicKey(pem));
}

function makeKey(file: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    // `wx`: of two processes that start together one makes the key and the other reads it.
    writeFileSync(file, pem, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
