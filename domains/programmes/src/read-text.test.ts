import { describe, expect, it } from 'vitest';
import { collectProblems } from './problems.ts';
import { readText } from './read-text.ts';

function read(text: string | Buffer) {
  const { report, problems } = collectProblems();
  const read = readText(new Map([['a.md', Buffer.from(text)]]), 'a.md', report);
  return { read, codes: problems.map(({ code, line, column }) => `${code} ${line}:${column}`) };
}

describe('a text', () => {
  it('may have letters of any language, tabs, line ends, soft hyphens and a byte order mark', () => {
    const text = 'Å lære, що це\tog så\r\nvidere 👩‍⚕️ hyp\u00ADhen\n';
    expect(read(`\uFEFF${text}`)).toEqual({ read: text, codes: [] });
  });

  for (const odd of ['\u0000', '\u001B', '\u0085', '\u200B', '\u202E', '\u2066', '\uFFFD', '\uFFFE']) {
    it(`loses the invisible character ${odd.charCodeAt(0).toString(16)}, and its place is told`, () => {
      expect(read(`En\nto ${odd}tre`)).toEqual({ read: 'En\nto tre', codes: ['odd-character 2:4'] });
    });
  }

  it('that is not UTF-8 is not read', () => {
    expect(read(Buffer.from([0x61, 0xc0, 0xaf]))).toEqual({
      read: undefined,
      codes: ['file-encoding undefined:undefined'],
    });
  });
});
