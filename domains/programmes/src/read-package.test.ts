import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackage, readPackageFolder } from './read-package.ts';
import { aPackage, codesOf, problemsOf, put } from './testing/a-package.ts';

describe('reading a package', () => {
  it('finds no fault in a faultless one', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('gives the programme with what may be left out filled in', () => {
    const { programme } = readPackage(aPackage());
    expect(programme).toMatchObject({ id: 'calm', invitationDays: 14, maintenanceDays: 90, motif: 'none' });
    expect(programme?.modules[0]?.sections[0]?.steps[0]).toEqual({
      id: 'welcome',
      minutes: 3,
      hidden: false,
    });
    expect(programme?.rules).toEqual([{ id: 'after-a-week', when: { day: 7 }, then: [{ open: 'later' }] }]);
    expect(programme?.texts.sv?.programme.welcome).toBe('Välkommen.');
  });

  it('gives the pages and the media', () => {
    const { pages, media } = readPackage(aPackage());
    expect(pages).toHaveLength(12);
    expect(pages.find((page) => page.stepId === 'more' && page.language === 'en')).toEqual({
      stepId: 'more',
      language: 'en',
      title: 'More',
      summary: 'A little more.',
    });
    expect(media.map(({ file, contentType }) => `${file} ${contentType}`)).toEqual([
      'calm-poster.svg image/svg+xml',
      'calm.mp4 video/mp4',
      'calm.nb.vtt text/vtt',
      'calm.sv.vtt text/vtt',
      'calm.webm video/webm',
      'gut.svg image/svg+xml',
    ]);
  });

  it('says the problems in the order of files and lines', () => {
    const problems = problemsOf({
      'programme.yaml': put('days: 30', 'dauer: 1\ndays: thirty'),
      LICENCE: undefined,
    });
    expect(problems.map(({ file, line }) => `${file}:${line ?? ''}`)).toEqual([
      'LICENCE:',
      'programme.yaml:',
      'programme.yaml:9',
      'programme.yaml:10',
    ]);
  });
});

describe('a package with faults is read as far as it goes', () => {
  it('an unknown key is left out and everything else is checked', () => {
    const changes = { 'programme.yaml': put('days: 30', 'days: 30\ndauer: 1'), 'media/gut.svg': undefined };
    expect(codesOf(changes)).toEqual([
      'key-unknown',
      'media-missing',
      'media-missing',
      'text-unused',
      'text-unused',
    ]);
  });

  it('a step without minutes is left out, and its pages are not called unused', () => {
    const changes = { 'programme.yaml': put('{ id: more, minutes: 4 }', '{ id: more }') };
    expect(readPackage(aPackage(changes)).programme?.modules[0]?.sections[0]?.steps).toHaveLength(1);
    expect(problemsOf(changes).map(({ code }) => code)).toEqual(['checks-waiting', 'value-missing']);
  });

  it('a programme that cannot be understood still has its pages read and checked', () => {
    const changes = {
      'programme.yaml': 'just words',
      'steps/start/more.nb.md': (text: string) => `${text}<b>x</b>\n`,
    };
    const { programme, pages, problems } = readPackage(aPackage(changes));
    expect(programme).toBeUndefined();
    expect(pages).toHaveLength(12);
    expect(problems.map(({ code }) => code)).toContain('markdown-html');
  });

  it('a rule with two conditions is left out', () => {
    const changes = { 'rules.yaml': put('{ day: 7 }', '{ day: 7, silentDays: 3 }') };
    expect(readPackage(aPackage(changes)).programme?.rules).toEqual([]);
    expect(problemsOf(changes).find(({ code }) => code === 'value-wrong')?.message).toContain(
      'exactly one of day',
    );
  });
});

describe('a folder', () => {
  it('is read without following links, and without its hidden files', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'skute-folder-'));
    for (const [file, bytes] of aPackage()) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), bytes);
    }
    symlinkSync('/etc/hostname', path.join(folder, 'media/link.svg'));
    writeFileSync(path.join(folder, '.DS_Store'), '');
    writeFileSync(path.join(folder, 'media/Notes.txt'), '');
    const { problems, contentHash } = await readPackageFolder(folder);
    rmSync(folder, { recursive: true });
    expect(
      problems.filter(({ severity }) => severity !== 'note').map(({ code, file }) => `${code} ${file}`),
    ).toEqual(['file-unexpected media/Notes.txt', 'file-unexpected media/link.svg']);
    expect(contentHash).toBe(readPackage(aPackage()).contentHash);
  });
});
