import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { readPackage } from '../read-package.ts';
import type { PackageFiles } from '../package-files.ts';
import { aForm } from '../testing/a-form.ts';
import { aPackage, webm } from '../testing/a-package.ts';
import { rawZip } from '../testing/raw-zip.ts';
import { pack } from './pack.ts';
import { readZip } from './read-zip.ts';
import { readingFlags } from './reading-process.ts';

const calculated = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const mebibyte = 1024 * 1024;

describe('reading a zip in a process of its own', () => {
  it('gives the same package as reading its folder', async () => {
    const files = aPackage();
    const read = await readZip(await pack(files));
    if (read.kind !== 'read') throw new Error(read.message);
    const { media, ...rest } = read.package;
    const { media: expected, ...others } = readPackage(files);
    expect(rest).toEqual(others);
    expect(media.map(({ file, sha256, bytes }) => [file, sha256, bytes.byteLength])).toEqual(
      expected.map(({ file, sha256, bytes }) => [file, sha256, bytes.byteLength]),
    );
  });

  it('checks the expressions of its forms within its limits', async () => {
    const withExpression = (path: string) => {
      const extension = [
        { url: calculated, valueExpression: { language: 'text/fhirpath', expression: path } },
      ];
      const item = [{ linkId: 'sum', type: 'decimal', text: 'Sum', extension }];
      return aPackage({ 'forms/sum.json': aForm({ item }) });
    };
    const [right, wrong] = [withExpression('1 + 1'), withExpression('1 + (')];
    const codes = async (files: PackageFiles) => {
      const read = await readZip(await pack(files));
      if (read.kind !== 'read') throw new Error(read.message);
      expect(read.peakBytes).toBeLessThan(256 * mebibyte);
      return read.package.problems.map(({ code }) => code);
    };
    expect(await codes(right)).not.toContain('form-problem');
    expect(await codes(wrong)).toContain('form-problem');
  });

  it('returns a package with faults together with its problems', async () => {
    const read = await readZip(await pack(aPackage({ 'rules.yaml': '- &a [*a]' })));
    expect(read.kind === 'read' && read.package.problems.map(({ code }) => code)).toContain('yaml-alias');
  });

  it('takes less than 256 MB for a package that is as large as it may be', async () => {
    const film = Buffer.concat([webm, randomBytes(18 * mebibyte)]);
    const text = `---\ntitle: Tittel\nsummary: Sammendrag.\n---\n${'- et *punkt* med **ord** og [lenke](step:more)\n'.repeat(60)}`;
    const pages = Array.from({ length: 40 }, (_, n) => [`steps/start/p${n}.nb.md`, text]);
    const films = ['a', 'b', 'c'].map((name) => [`media/${name}.webm`, film]);
    const read = await readZip(await pack(aPackage(Object.fromEntries([...pages, ...films]))));
    expect(read.kind).toBe('read');
    expect(read.peakBytes).toBeGreaterThan(50 * mebibyte);
    expect(read.peakBytes).toBeLessThan(256 * mebibyte);
  }, 120_000);

  it('takes less than 256 MB for a bomb that says it is small', async () => {
    const deflated = deflateRawSync(Buffer.alloc(250 * mebibyte));
    const read = await readZip(
      rawZip([{ name: 'media/a.webm', deflated, claimedSize: 20 * mebibyte, claimedCrc: 0 }]),
    );
    expect(read).toMatchObject({ kind: 'cannot-read-zip', because: 'size-is-wrong' });
    expect(read.peakBytes).toBeLessThan(256 * mebibyte);
  });

  it('is over in seconds for a page that is made to tie up the Markdown parser', async () => {
    const knots = [':::a\n'.repeat(9000), `${'> '.repeat(9000)}a`, '['.repeat(7000), '*a **a '.repeat(1000)];
    // Enough to be taken for a text, and not for a bomb.
    const noise = randomBytes(2000).toString('hex');
    const pages = knots.map((knot, n) => [
      `steps/start/p${n}.nb.md`,
      `---\ntitle: A\nsummary: B.\n---\n${knot}\n\n${noise}\n`,
    ]);
    const read = await readZip(await pack(aPackage(Object.fromEntries(pages))), {
      milliseconds: 10_000,
      heapMegabytes: 64,
    });
    expect(read.kind).toBe('read');
  });

  it('ends when its time is up', async () => {
    const read = await readZip(await pack(aPackage()), { milliseconds: 20, heapMegabytes: 64 });
    expect(read).toMatchObject({ because: 'took-too-long' });
  });

  it('ends when its memory is up, and takes nobody with it', async () => {
    const read = await readZip(await pack(aPackage()), { milliseconds: 20_000, heapMegabytes: 8 });
    expect(read).toMatchObject({ because: 'reader-failed' });
  });

  it('leaves nothing behind', async () => {
    const ours = mkdtempSync(path.join(os.tmpdir(), 'skute-zip-test-'));
    vi.stubEnv('TMPDIR', ours);
    await readZip(await pack(aPackage()));
    await readZip(Buffer.from('not a zip'));
    await readZip(await pack(aPackage()), { milliseconds: 20, heapMegabytes: 64 });
    vi.unstubAllEnvs();
    expect(readdirSync(ours)).toEqual([]);
    rmdirSync(ours);
  });

  it('reads a file by its path, and refuses one that is larger than a package may be', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-zip-test-'));
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, await pack(aPackage()));
    expect(await readZip(file)).toMatchObject({ kind: 'read' });
    truncateSync(file, 65 * mebibyte);
    expect(await readZip(file)).toMatchObject({ because: 'too-large' });
    rmSync(folder, { recursive: true });
  });
});

describe('the reading process', () => {
  const mayNot = { cwd: import.meta.dirname, encoding: 'utf8' } as const;
  const run = (code: string) =>
    spawnSync(process.execPath, [...readingFlags(), '--input-type=module', '-e', code], mayNot);

  it('may not write files, start programs, or read beyond our code', () => {
    expect(run(`import fs from 'node:fs'; fs.writeFileSync('/tmp/skute-escaped', '')`).stderr).toContain(
      'ERR_ACCESS_DENIED',
    );
    expect(run(`import fs from 'node:fs'; fs.readFileSync('/etc/hostname')`).stderr).toContain(
      'ERR_ACCESS_DENIED',
    );
    expect(run(`import c from 'node:child_process'; c.execSync('id')`).stderr).toContain('ERR_ACCESS_DENIED');
    expect(run(`console.log('well')`).stdout).toBe('well\n');
  });
});
