import { describe, expect, it } from 'vitest';
import type { Block } from '../programme.ts';
import { collectProblems } from '../problems.ts';
import { parsePage } from './parse-page.ts';
import type { MediaLookup } from './reading.ts';

const media: MediaLookup = {
  alt: (file, language) => `${file} in ${language}`,
  film: () => ({ kind: 'film', title: 'F', alt: '', sources: [], captions: 'f.nb.vtt', transcript: [] }),
};

function parse(body: string, frontMatter = 'title: T\nsummary: S') {
  const { report, problems } = collectProblems();
  const text = `---\n${frontMatter}\n---\n${body}`;
  const read = parsePage({ file: 'p.nb.md', module: 'm', step: 's', language: 'nb', text }, media, report);
  return { read, blocks: read?.page.blocks ?? [], codes: problems.map(({ code }) => code), problems };
}

const words = (value: string): Block => ({ kind: 'paragraph', text: [{ kind: 'text', value }] });

describe('a page', () => {
  it('becomes blocks', () => {
    const { blocks, codes } = parse(
      '## Om **magen**\n\nEn linje\nog en til.  \nNy *linje*.\n\n1. én\n2. to\n\n> Sitat.\n',
    );
    expect(codes).toEqual([]);
    expect(blocks).toEqual([
      {
        kind: 'heading',
        text: [
          { kind: 'text', value: 'Om ' },
          { kind: 'strong', text: [{ kind: 'text', value: 'magen' }] },
        ],
      },
      {
        kind: 'paragraph',
        text: [
          { kind: 'text', value: 'En linje og en til.' },
          { kind: 'break' },
          { kind: 'text', value: 'Ny ' },
          { kind: 'emphasis', text: [{ kind: 'text', value: 'linje' }] },
          { kind: 'text', value: '.' },
        ],
      },
      { kind: 'list', ordered: true, items: [[words('én')], [words('to')]] },
      { kind: 'quote', blocks: [words('Sitat.')] },
    ]);
  });

  it('has boxes, also inside each other', () => {
    const { blocks, codes } = parse(
      '::::more[Mer *om* det]\nFør.\n\n:::fact[Fakta]\nInni.\n:::\n::::\n\nEtter.\n',
    );
    expect(codes).toEqual([]);
    expect(blocks).toEqual([
      {
        kind: 'box',
        box: 'more',
        title: 'Mer om det',
        blocks: [words('Før.'), { kind: 'box', box: 'fact', title: 'Fakta', blocks: [words('Inni.')] }],
      },
      words('Etter.'),
    ]);
  });

  it('has pictures with the words for them, films and paced breathing', () => {
    const { blocks } = parse(
      '::picture{src="gut.svg"}\n\n::film{src="f"}\n\n::breathing{in=4 out=6 rounds=8}\n',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['picture', 'film', 'breathing']);
    expect(blocks[0]).toEqual({ kind: 'picture', file: 'gut.svg', alt: 'gut.svg in nb' });
    expect(blocks[2]).toEqual({ kind: 'breathing', inSeconds: 4, outSeconds: 6, rounds: 8 });
  });

  it('may have a colon anywhere in a sentence', () => {
    const { codes, blocks } = parse('Merk:dette kl. 12:30, og :fact[x] også.\n');
    expect(codes).toEqual([]);
    expect(blocks).toEqual([words('Merk:dette kl. 12:30, og :fact[x] også.')]);
  });

  it('is read the same with line ends of Windows', () => {
    const { read, codes } = parse('Tekst.\r\n\r\n:::fact[T]\r\nInni.\r\n:::\r\n');
    expect(codes).toEqual([]);
    expect(read?.page.blocks).toHaveLength(2);
  });

  it('without a usable title is no page, but its body is checked', () => {
    const { read, codes } = parse('<i>x</i>\n', 'titel: T\nsummary: S');
    expect(read).toBeUndefined();
    expect(codes).toEqual(['value-missing', 'key-unknown', 'markdown-html', 'markdown-html']);
  });
});

describe('what is not allowed in a page', () => {
  const refused: Record<string, readonly [code: string, markdown: string]> = {
    'a block of HTML': ['markdown-html', '<div>x</div>\n'],
    'a script': ['markdown-html', '<script>alert(1)</script>\n'],
    'a comment': ['markdown-html', 'a <!-- b --> c\n'],
    'an HTML image with a handler': ['markdown-html', 'a <img src=x onerror=alert(1)>\n'],
    'code by indenting': ['markdown-not-allowed', 'a\n\n    code\n'],
    'code in a fence': ['markdown-not-allowed', '```\ncode\n```\n'],
    'code in a line': ['markdown-not-allowed', 'a `code`\n'],
    'a line across': ['markdown-not-allowed', 'a\n\n***\n'],
    'an image by reference': ['markdown-not-allowed', '![a][b]\n\n[b]: https://a.no\n'],
    'a link by reference': ['markdown-not-allowed', '[a][b]\n\n[b]: https://a.no\n'],
    'a heading underlined to level one': ['heading-level', 'Tittel\n===\n'],
    'a heading of level three': ['heading-level', '### Tittel\n'],
    'a script in a link': ['link-not-allowed', '[a](javascript:alert(1))\n'],
    'a script in a link, in entities': ['link-not-allowed', '[a](&#106;avascript&colon;alert(1))\n'],
    'data in a link': ['link-not-allowed', '[a](data:text/html;base64,PHNjcmlwdD4=)\n'],
    'a link without a scheme': ['link-not-allowed', '[a](//a.no)\n'],
    'a link to this site': ['link-not-allowed', '[a](/admin)\n'],
    'a link with a name before the address': ['link-not-allowed', '[a](https://id-porten.no@evil.no/)\n'],
    'a link with a backslash': ['link-not-allowed', '[a](https://a.no\\@b.no)\n'],
    'an address that calls': ['link-not-allowed', '<tel:113>\n'],
    'an unknown box': ['directive-unknown', ':::warning[T]\nx\n:::\n'],
    'a handler on a picture': ['directive-attribute', '::picture{src="gut.svg" onclick="x"}\n'],
    'a picture from elsewhere': ['directive-attribute', '::picture{src="https://a.no/b.svg"}\n'],
    'a picture in another folder': ['directive-attribute', '::picture{src="../secret.svg"}\n'],
    'a film with its ending': ['directive-attribute', '::film{src="calm.webm"}\n'],
    'words on a picture': ['directive-attribute', '::picture[Alt]{src="gut.svg"}\n'],
    'a box with a class': ['directive-attribute', ':::fact[T]{.wide}\nx\n:::\n'],
    'breathing that nobody can follow': ['directive-attribute', '::breathing{in=1 out=60 rounds=8}\n'],
    'a character that turns the text, by its number': ['odd-character', 'a &#x202E;b\n'],
    'the same in the title of a box': ['odd-character', ':::fact[a&#x202E;b]\nx\n:::\n'],
    'the same in a link': ['link-not-allowed', '[a](https://a.no/&#x202E;b)\n'],
    'half a directive': ['directive-broken', '::picture{src="gut.svg"\n'],
    'a box that ends twice': ['directive-broken', ':::fact[T]\nx\n:::\n\n:::\n'],
    'a box that never ends': ['directive-unclosed', ':::fact[T]\nx\n'],
  };
  for (const [what, [code, markdown]] of Object.entries(refused)) {
    it(`${what} is reported and not kept`, () => {
      const { codes, blocks } = parse(markdown);
      expect(codes).toContain(code);
      expect(JSON.stringify(blocks)).not.toMatch(/\u202E|javascript:|<|data:|onclick|"to":"(?!step:|https:)/);
    });
  }
});
