import { mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHashFile, contentHashOf } from '../content-hash.ts';
import type { PackageFiles } from '../package-files.ts';
import { aPackage, webm } from '../testing/a-package.ts';
import { type RawEntry, rawZip } from '../testing/raw-zip.ts';
import { pack } from './pack.ts';
import { type ZipFault, ZipRefused } from './refusals.ts';
import { unpack } from './unpack.ts';

/** What the reading process does, here without the process, so that hundreds of zips can be tried. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'skute-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function unpacked(zip: Buffer): Promise<PackageFiles> {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, zip);
  const fd = openSync(file, 'r');
  try {
    return await unpack(fd);
  } finally {
    closeSync(fd);
  }
}

async function faultOf(zip: Buffer): Promise<ZipFault | 'none'> {
  try {
    await unpacked(zip);
    return 'none';
  } catch (error) {
    if (error instanceof ZipRefused) return error.because;
    throw error;
  }
}

/** The entries of a proper package, and then one that is not. */
function and(...hostile: RawEntry[]): Buffer {
  const files = aPackage();
  const hash: RawEntry = { name: 'content-hash.json', content: contentHashFile(contentHashOf(files)) };
  const proper = [...files].map(([name, content]): RawEntry => ({ name, content: Buffer.from(content) }));
  return rawZip([
    ...proper.filter(({ name }) => !hostile.some((each) => each.name === name)),
    hash,
    ...hostile,
  ]);
}

const zeros = deflateRawSync(Buffer.alloc(30 * 1024 * 1024));
/** Looks like a film, so that nothing but its size is wrong. */
const longFilm = Buffer.concat([webm, Buffer.alloc(9 * 1024 * 1024)]);

const hostile: Record<string, readonly [fault: ZipFault, zip: () => Buffer]> = {
  'no zip at all': ['not-a-zip', () => Buffer.from('a text')],
  'an empty file': ['not-a-zip', () => Buffer.alloc(0)],
  'half a zip': ['not-a-zip', () => and().subarray(0, 2000)],
  'a directory that is not where it should be': [
    'damaged',
    () => Buffer.concat([Buffer.alloc(50, 1), and()]),
  ],
  'a path up and out': ['unsafe-name', () => and({ name: '../evil.md' })],
  'a path up in the middle': ['unsafe-name', () => and({ name: 'media/../../evil.svg' })],
  'an absolute path': ['unsafe-name', () => and({ name: '/etc/passwd' })],
  'a drive letter': ['unsafe-name', () => and({ name: 'C:/evil.md' })],
  'a backslash': ['unsafe-name', () => and({ name: 'media\\gut.svg' })],
  'a NUL in the name': ['unsafe-name', () => and({ name: 'LICENCE\0.svg' })],
  'an overlong name': ['unsafe-name', () => and({ name: `media/${'a'.repeat(300)}.svg` })],
  'an overlong encoding of a slash': [
    'unsafe-name',
    () => and({ name: Buffer.from('2e2ec0af6576696c', 'hex') }),
  ],
  'a name outside ASCII': ['unsafe-name', () => and({ name: 'media/tårn.svg' })],
  'no name': ['unsafe-name', () => and({ name: '' })],
  'a name that is here': ['unsafe-name', () => and({ name: './LICENCE' })],
  'a double slash': ['unsafe-name', () => and({ name: 'media//gut.svg' })],
  'a stream of a file': ['unsafe-name', () => and({ name: 'LICENCE:hidden' })],
  'a trailing dot': ['unsafe-name', () => and({ name: 'LICENCE.' })],
  'a page of HTML': ['file-not-allowed', () => and({ name: 'index.html' })],
  'a program': ['file-not-allowed', () => and({ name: 'media/run.js' })],
  'a hidden folder': ['file-not-allowed', () => and({ name: '.git/config' })],
  'a zip in the zip': ['file-not-allowed', () => and({ name: 'media/more.zip' })],
  'a name in capitals': ['file-not-allowed', () => and({ name: 'MEDIA/other.svg' })],
  'the same name twice': [
    'same-name-twice',
    () => and({ name: 'evidence.md', content: 'a' }, { name: 'evidence.md', content: 'b' }),
  ],
  'names that differ in case': ['same-name-twice', () => and({ name: 'licence' })],
  'a symbolic link': [
    'not-a-plain-file',
    () => and({ name: 'media/link.svg', content: '/etc/passwd', mode: 0o120777 }),
  ],
  'a device': ['not-a-plain-file', () => and({ name: 'media/device.svg', mode: 0o060666 })],
  'a folder with content': ['not-a-plain-file', () => and({ name: 'media/', content: 'a', mode: 0o040755 })],
  encryption: ['encrypted', () => and({ name: 'media/secret.svg', content: 'a', flags: 0x1 })],
  'strong encryption': ['encrypted', () => and({ name: 'media/secret.svg', content: 'a', flags: 0x41 })],
  'another compression': [
    'unknown-compression',
    () => and({ name: 'media/a.svg', content: 'a', method: 12 }),
  ],
  'a size that is too small': [
    'size-is-wrong',
    () => and({ name: 'media/a.webm', content: longFilm, claimedSize: 100 }),
  ],
  'a size that is too large': [
    'size-is-wrong',
    () => and({ name: 'media/a.svg', content: '<svg/>', claimedSize: 600 }),
  ],
  'a stored size that lies': [
    'size-is-wrong',
    () => and({ name: 'media/a.svg', content: '<svg/>', method: 0, claimedSize: 7 }),
  ],
  'data outside the file': [
    'damaged',
    () => and({ name: 'media/a.svg', content: '<svg/>', claimedCompressedSize: 9_000_000 }),
  ],
  'a wrong check sum': ['damaged', () => and({ name: 'media/a.svg', content: '<svg/>', claimedCrc: 1 })],
  'broken deflate': [
    'damaged',
    () => and({ name: 'media/a.svg', content: '<svg/>', deflated: Buffer.alloc(20, 0xff) }),
  ],
  'a film over the limit': [
    'file-too-large',
    () => and({ name: 'media/a.webm', claimedSize: 21 * 1024 * 1024 }),
  ],
  'a text over the limit': [
    'file-too-large',
    () => and({ name: 'rules.yaml', content: Buffer.alloc(70_000, 'a') }),
  ],
  'a bomb': [
    'compressed-too-much',
    () => and({ name: 'media/a.webm', deflated: zeros, claimedSize: 19 * 1024 * 1024 }),
  ],
  'a bomb with a small claim': [
    'size-is-wrong',
    () => and({ name: 'media/a.webm', deflated: zeros, claimedSize: 2_000_000 }),
  ],
  'ten gigabytes in ten kilobytes': ['too-large', overlappingBomb],
  '70 000 files': ['too-many-files', () => rawZip(manyFiles(70_000))],
  '70 000 files, counted in 64 bits': ['too-many-files', () => rawZip(manyFiles(70_000), { zip64: true })],
  'more files than it says': ['content-hash-missing', () => rawZip(manyFiles(70_000), { entryCount: 3 })],
  'a zip that calls itself a picture': ['wrong-type', () => and({ name: 'media/a.svg', content: and() })],
  'a text that calls itself a film': ['wrong-type', () => and({ name: 'media/a.mp4', content: 'a text' })],
  'a picture that calls itself a page': [
    'wrong-type',
    () => and({ name: 'steps/a/b.nb.md', content: Buffer.from('89504e470d0a1a0a', 'hex') }),
  ],
  'no content hash': ['content-hash-missing', () => rawZip([{ name: 'LICENCE', content: 'a' }])],
  'a file that was changed after packing': [
    'content-hash-differs',
    () => and({ name: 'evidence.md', content: 'Other.' }),
  ],
  'a file that was added after packing': [
    'content-hash-differs',
    () => and({ name: 'README.md', content: 'More.' }),
  ],
  'a content hash that is not one': [
    'content-hash-differs',
    () => rawZip([{ name: 'content-hash.json', content: '{"files":{"__proto__":1}}' }]),
  ],
};

describe('a hostile zip', () => {
  for (const [what, [fault, zip]] of Object.entries(hostile)) {
    it(`with ${what} is refused`, async () => {
      expect(await faultOf(zip())).toBe(fault);
    });
  }

  it('is named in the refusal without its odd characters', async () => {
    await expect(unpacked(and({ name: '../\u001b[31m\u0000' }))).rejects.toThrow(
      '"../?[31m?" is not a safe file name.',
    );
  });

  it('with any bytes changed is refused, or gives the very same files', async () => {
    const zip = await pack(aPackage());
    const proper = contentHashOf(await unpacked(zip)).contentHash;
    const change = fc.tuple(fc.nat(zip.byteLength - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const copy = Buffer.from(zip);
        for (const [at, byte] of changes) copy[at] = byte;
        const files = await unpacked(copy).catch((error: unknown) => {
          if (error instanceof ZipRefused) return undefined;
          throw error;
        });
        if (files !== undefined) expect(contentHashOf(files).contentHash).toBe(proper);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a proper zip', () => {
  it('gives back what was packed', async () => {
    const files = aPackage();
    const back = await unpacked(await pack(files));
    expect(contentHashOf(back)).toEqual(contentHashOf(files));
  });

  it('may list its folders', async () => {
    expect(await faultOf(and({ name: 'media/', mode: 0o040755 }))).toBe('none');
  });
});

const nothing = deflateRawSync(Buffer.alloc(0));

function manyFiles(count: number): RawEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `steps/a/s${n}.nb.md`,
    deflated: nothing,
    overlapsFirst: n > 0,
  }));
}

/** 500 entries of 20 MB each that share the same few kilobytes of data. */
function overlappingBomb(): Buffer {
  const data = deflateRawSync(Buffer.alloc(1024 * 1024));
  const claims = { deflated: data, claimedSize: 20 * 1024 * 1024, claimedCompressedSize: 1024 * 1024 };
  return rawZip(
    Array.from({ length: 500 }, (_, n) => ({ name: `media/f${n}.webm`, ...claims, overlapsFirst: n > 0 })),
  );
}
