import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '@skute/platform/config';
import { testDatabase } from '@skute/testing';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command as a person would, and gives what it said when it ended by itself. */
function startUp(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, SKUTE_SKIP_BUILD: '1', DATA_DIR: folder, ...environment };
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], { env });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', (code) => resolve({ code, said: said.trim() }));
  });
}

const oneLine = (said: string): string[] =>
  said.split('\n').filter((line) => line.startsWith('Skute did not start.'));

describe('a server that can’t start says why in one line', () => {
  test('when its port is taken', async () => {
    const db = await testDatabase();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      const { code, said } = await startUp({
        PORT: String(port),
        DATABASE_URL: db.url,
        SKUTE_UNSAFE_DATABASE: '1',
      });
      expect(code).toBe(1);
      expect(oneLine(said)).toEqual([
        `Skute did not start. Port ${port} is taken: stop what uses it, or set PORT to another.`,
      ]);
    } finally {
      other.close();
      await db.close();
    }
  });

  test('when the database is newer than the code', async () => {
    const db = await testDatabase();
    try {
      await db.ownerPool.query(
        `insert into skute_migrations.kysely_migration (name, timestamp) values ('9999_future', 'later')`,
      );
      const { code, said } = await startUp({ PORT: '0', DATABASE_URL: db.url, SKUTE_UNSAFE_DATABASE: '1' });
      expect(code).toBe(1);
      expect(oneLine(said)).toEqual([
        'Skute did not start. The database is newer than this code (it has 9999_future). Start the newer release.',
      ]);
    } finally {
      await db.close();
    }
  });

  test('when the database does not answer', async () => {
    const { code, said } = await startUp({ PORT: '0', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(oneLine(said)[0]).toMatch(
      /^Skute did not start\. The database does not answer: .+ Check DATABASE_URL\.$/,
    );
  });

  test('when the data directory can’t be made', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = await startUp({ PORT: '0', DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(oneLine(said)).toHaveLength(1);
  });

  test('in production without identity providers: the test provider does not start there', async () => {
    const db = await testDatabase();
    try {
      const { code, said } = await startUp({
        PORT: '0',
        DATABASE_URL: db.url,
        SKUTE_MODE: 'production',
        SKUTE_UNSAFE_DATABASE: '1',
      });
      expect(code).toBe(1);
      expect(oneLine(said)[0]).toMatch(/LOGIN_PROVIDERS/);
    } finally {
      await db.close();
    }
  });
});

test('a wrong setting is named', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(/PORT/);
  expect(() => readConfig({ SKUTE_MODE: 'demo' })).toThrow(/SKUTE_MODE/);
});
