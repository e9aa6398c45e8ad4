import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadedForm } from './loaded-form.ts';
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

  it('asks for forms of our own wording only, each read and scored as it says', async () => {
    const { programme, forms } = await readPackageFolder(folder);
    expect(forms.map(({ id }) => id)).toEqual(programme?.forms);
    const loaded = forms.map(loadedForm);
    expect(loaded.filter(({ instrument }) => instrument !== null).map(({ id }) => id)).toEqual([
      'life',
      'satisfaction',
      'symptoms',
      'week',
    ]);
    expect(loaded.filter(({ instrument }) => instrument?.licence.kind === 'licensed')).toEqual([]);
  });

  it('tells the clinic of every safety question that is answered yes', async () => {
    const { programme, forms } = await readPackageFolder(folder);
    const safety = forms.filter(({ id }) => id === 'safety').map(loadedForm)[0];
    const asked = [...(safety?.form.byLinkId.values() ?? [])].filter(({ type }) => type === 'boolean');
    const told = programme?.rules.flatMap(({ when }) =>
      'answer' in when && when.answer.form === 'safety' && when.answer.is === true ? [when.answer.item] : [],
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(told)).toEqual(new Set(asked.map(({ linkId }) => linkId)));
  });

  it('can be stored and read back without change', async () => {
    const { programme, pages } = await readPackageFolder(folder);
    expect(storedProgramme.parse(JSON.parse(JSON.stringify(programme)))).toEqual(programme);
    for (const { blocks = [] } of pages)
      expect(storedBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
  });
});
