import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPackage, type Changes, put } from '../testing/a-package.ts';
import { type CommandParts, runProgrammeCommand } from './programme.ts';
import { programmeSchema, schemaFile } from './schema.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'skute-programme-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(changes: Changes = {}): string {
  for (const [file, bytes] of aPackage(changes)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  return folder;
}

async function run(argv: string[], importPackage?: CommandParts['importPackage']) {
  const [out, err]: [string[], string[]] = [[], []];
  const parts = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runProgrammeCommand(argv, { ...parts, ...(importPackage ? { importPackage } : {}) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const broken: Changes = { 'steps/start/more.nb.md': put('Her er mer.', '<b>mer</b>') };

describe('programme check', () => {
  it('ends with 0 and a summary when there are no errors', async () => {
    const { code, out } = await run(['check', written()]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^calm 1\.0\.0: 0 errors, 0 warnings, 1 note in 29 files\. Content hash [0-9a-f]{16}\.$/m,
    );
  });

  it('ends with 1 and the problems under their file when there are', async () => {
    const { code, out } = await run(['check', written(broken)]);
    expect(code).toBe(1);
    expect(out).toContain(
      'steps/start/more.nb.md\n  5:1     error   Found HTML (<b>); expected Markdown only. [markdown-html]',
    );
  });

  it('prints JSON and nothing else when asked', async () => {
    const { out } = await run(['check', written(broken), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      programme: { id: 'calm', version: '1.0.0', status: 'example' },
      counts: { error: 2, warning: 0, note: 1 },
      problems: [
        { code: 'step-only-by-clinician', file: 'programme.yaml', line: 28 },
        { code: 'markdown-html', column: 1 },
        {},
      ],
    });
  });

  it('runs by itself, without a server', () => {
    const program = path.join(import.meta.dirname, 'programme.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', written(broken)], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('markdown-html');
    expect(stderr).toMatch(/^Reading /);
  });
});

describe('programme pack', () => {
  it('writes a zip that can be checked', async () => {
    const file = path.join(folder, 'calm.zip');
    expect((await run(['pack', written(), '--out', file])).code).toBe(0);
    const { code, out } = await run(['check', file]);
    expect(code).toBe(0);
    expect(out).toContain('in 30 files');
  });

  it('packs nothing while there are errors', async () => {
    const file = path.join(folder, 'calm.zip');
    const { code, err } = await run(['pack', written(broken), '--out', file]);
    expect(code).toBe(1);
    expect(err).toContain('Nothing was packed: the errors come first.');
    expect((await run(['check', file])).code).toBe(2);
  });
});

describe('programme import', () => {
  it('hands the package to the server and says what came of it', async () => {
    const { code, out } = await run(['import', written()], async (read) => ({
      kind: 'imported',
      versionId: read.contentHash.slice(0, 4),
      isNew: true,
    }));
    expect(code).toBe(0);
    expect(out).toMatch(/Imported as version [0-9a-f]{4}\.$/);
  });

  it('ends with 1 when the server refuses', async () => {
    const { code, out } = await run(['import', written(), '--json'], async () => ({
      kind: 'version-exists-with-other-content',
      versionId: 'v',
    }));
    expect(code).toBe(1);
    expect(JSON.parse(out).imported.kind).toBe('version-exists-with-other-content');
  });

  it('names the measures that the organisation has no licence for', async () => {
    const { code, out } = await run(['import', written()], async () => ({
      kind: 'instrument-not-licensed',
      instruments: [
        { instrument: 'a', title: 'The A', holder: 'Anna', languages: ['nb', 'sv'], forms: ['week', 'more'] },
      ],
    }));
    expect(code).toBe(1);
    expect(out).toContain(
      'Not imported: there is no record of a licence for The A of Anna (forms/week.json, forms/more.json; nb, sv).',
    );
  });

  it('says in one line that it needs a server when it has none', async () => {
    const { code, err } = await run(['import', written()]);
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(1);
  });
});

describe('wrong use', () => {
  it('ends with 2 and says how', async () => {
    const wrong = [
      [],
      ['check'],
      ['chekc', 'a'],
      ['check', 'a', 'b'],
      ['check', 'a', '--jsn'],
      ['check', 'a', '--out', 'b'],
    ];
    for (const argv of wrong)
      expect(await run(argv)).toMatchObject({ code: 2, err: expect.stringMatching(/^Usage/) });
  });

  it('of a place where nothing is ends with 2', async () => {
    expect(await run(['check', path.join(folder, 'nowhere')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^There is no folder or zip at/),
    });
  });

  it('of a file that is not a zip ends with 1 and says so', async () => {
    writeFileSync(path.join(folder, 'a.zip'), 'text');
    const { code, err } = await run(['check', path.join(folder, 'a.zip')]);
    expect(code).toBe(1);
    expect(err).toContain('The file is not a zip');
  });
});

describe('programmes/programme.schema.json', () => {
  it('is as commands/schema.ts would write it', () => {
    expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(programmeSchema())),
    );
  });
});
