import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Checkpoint, type LedgerLine, openLedger, readLedger } from './ledger.ts';
import { openSigningKey, publicKeyFile, readPublicKeys } from './signing-key.ts';

let folder: string;
let ledgerDir: string;
let keysDir: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'skute-ledger-'));
  ledgerDir = path.join(folder, 'ledger');
  keysDir = path.join(folder, 'keys');
  file = path.join(ledgerDir, 'checkpoints.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const checkpoint = (link: number): Checkpoint => ({
  tenant: '5b2d4c1e-0000-4000-8000-000000000001',
  link,
  hash: String(link % 10).repeat(64),
  entries: link * 3,
  at: '2026-11-21T10:00:00.000Z',
});

async function write(...links: number[]): Promise<void> {
  const ledger = await openLedger(ledgerDir, openSigningKey(keysDir, ledgerDir));
  for (const link of links) await ledger.append(checkpoint(link));
  await ledger.close();
}

async function read(keys = readPublicKeys(publicKeyFile(ledgerDir))): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const line of readLedger(ledgerDir, keys)) lines.push(line);
  return lines;
}

const whole = (...links: number[]) =>
  links.map((link, place) => ({ kind: 'checkpoint', line: place + 1, checkpoint: checkpoint(link) }));

describe('the ledger', () => {
  test('reads as it was written, over several openings', async () => {
    expect(await read([])).toEqual([]);
    await write(1, 2);
    await write(3);
    expect(await read()).toEqual(whole(1, 2, 3));
  });

  test('keeps the signing key to its owner and the public key beside it', async () => {
    await write(1);
    expect(statSync(path.join(keysDir, 'ledger-signing-key.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(publicKeyFile(ledgerDir), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });

  test('with half a line at its end is read up to there, says so, and goes on from there', async () => {
    await write(1, 2);
    appendFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
    expect(await read()).toEqual([...whole(1, 2), { kind: 'unfinished', line: 3 }]);
    await write(3);
    expect(await read()).toEqual(whole(1, 2, 3));
  });

  test('that is nothing but half a line is empty', async () => {
    await write(1);
    writeFileSync(file, '{"tenant":');
    expect(await read()).toEqual([{ kind: 'unfinished', line: 1 }]);
    await write(2);
    expect(await read()).toEqual(whole(2));
  });

  test.each([
    ['a changed hash', (text: string) => text.replace('2222', '2223')],
    ['a changed count', (text: string) => text.replace('"entries":6', '"entries":7')],
    ['a changed time', (text: string) => text.replace(/10:00(?=[^\n]*\n$)/, '11:00')],
    [
      'another signature',
      (text: string) => text.replace(/"signature":"...(?=[^\n]*\n$)/, '"signature":"AAA'),
    ],
    ['no JSON at all', (text: string) => `${text.split('\n')[0]}\nsomething else\n`],
    ['one column more', (text: string) => text.replace('"link":2', '"note":"","link":2')],
  ])('with %s has a damaged line', async (_what, change) => {
    await write(1, 2);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await read()).toEqual([...whole(1), { kind: 'damaged', line: 2 }]);
  });

  test('made by somebody with another key is damaged, also with the key put beside it for those who kept the old one', async () => {
    await write(1);
    const kept = readPublicKeys(publicKeyFile(ledgerDir));
    rmSync(keysDir, { recursive: true });
    await write(2);
    expect(await read(kept)).toEqual([...whole(1), { kind: 'damaged', line: 2 }]);
    // After a lost key both count.
    expect(await read()).toEqual(whole(1, 2));
  });
});
