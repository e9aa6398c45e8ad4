import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    // `wx`: of two processes that start together one makes the key and the other reads it.
    try {
      writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    chmodSync(file, 0o600);
  }
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`the key in ${name} is not 32 bytes`);
  return key;
}
