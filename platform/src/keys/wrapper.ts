import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartUpProblem } from '../db/start-up-problem.ts';
import { syncFolderSync, writeOnceSync } from './durable.ts';

/**
 * Wraps persons' keys with a key that encrypts keys. This is where a key management service fits: it would send
 * `wrap` and `unwrap` to the service, and the store would stay as it is.
 */
export interface KeyWrapper {
  wrap(key: Buffer, boundTo: string): Promise<Buffer>;
  unwrap(wrapped: Buffer, boundTo: string): Promise<Buffer>;
}

/** The wrapping key in a file of its own, made on first use. `directory` must not be in the database's backups. */
export function localWrapper(directory: string): KeyWrapper {
  const master = secretOfInstallation(directory, 'wrapping-key');
  return {
    async wrap(key, boundTo) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from(boundTo));
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    },
    async unwrap(wrapped, boundTo) {
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12));
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(wrapped.subarray(-16));
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
    },
  };
}

/** 32 random bytes in a file of their own, made by whoever asks first and the same for all processes after that. */
export function secretOfInstallation(directory: string, name: string): Buffer {
  const file = path.join(directory, name);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // Of two processes that start together one makes the secret and the other reads it, never half of it.
  if (!existsSync(file)) writeOnceSync(file, randomBytes(32));
  // Also by the one that only reads: what it seals must not outlive the secret.
  for (const folder of [directory, path.dirname(directory)]) syncFolderSync(folder);
  const secret = readFileSync(file);
  if (secret.length !== 32) {
    throw new StartUpProblem(
      `The file ${file} must hold 32 bytes and holds ${secret.length}: bring it back from the key store’s backup. Removing it loses everything that it sealed.`,
    );
  }
  return secret;
}
