import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../content-hash.ts';
import { aPackage } from '../testing/a-package.ts';
import { pack } from './pack.ts';

describe('packing', () => {
  it('gives the same bytes for the same files, in whatever order they come', async () => {
    const files = aPackage();
    const reversed = new Map([...files].toReversed());
    expect((await pack(reversed)).equals(await pack(files))).toBe(true);
  });

  it('gives the same bytes in another time zone', async () => {
    const program = `import { pack } from './pack.ts'; import { aPackage } from '../testing/a-package.ts';
      process.stdout.write((await pack(aPackage())).toString('base64'));`;
    const options = {
      cwd: import.meta.dirname,
      env: { TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
    } as const;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], options);
    expect(stdout).toBe((await pack(aPackage())).toString('base64'));
  });

  it('leaves out what the format does not know', async () => {
    const packed = await pack(aPackage({ 'notes.docx': 'private' }));
    expect(packed.includes('notes.docx')).toBe(false);
  });
});

describe('the content hash', () => {
  it('changes with one byte of content, and with a name', () => {
    const hash = contentHashOf(aPackage()).contentHash;
    expect(contentHashOf(aPackage({ 'evidence.md': 'Sourcez.\n' })).contentHash).not.toBe(hash);
    const renamed = aPackage({ 'evidence.md': undefined, 'README.md': 'Sources.\n' });
    expect(contentHashOf(renamed).contentHash).not.toBe(hash);
  });

  it('does not change with files that are not part of a package', () => {
    const withMore = aPackage({ 'content-hash.json': '{}', '.DS_Store': 'x' });
    expect(contentHashOf(withMore)).toEqual(contentHashOf(aPackage()));
  });
});
