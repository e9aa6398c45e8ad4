import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasErrors } from './problems.ts';
import { readPackageFolder } from './read-package.ts';
import { storedBlocks, storedProgramme } from './stored.ts';

const folder = fileURLToPath(new URL('../../../programmes/ibs', import.meta.url));

describe('the example programme', () => {
  it('has no errors', async () => {
    const { problems } = await readPackageFolder(folder);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(hasErrors(problems)).toBe(false);
  });

  it('can be stored and read back without change', async () => {
    const { programme, pages } = await readPackageFolder(folder);
    expect(storedProgramme.parse(JSON.parse(JSON.stringify(programme)))).toEqual(programme);
    for (const { blocks = [] } of pages)
      expect(storedBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
  });
});
