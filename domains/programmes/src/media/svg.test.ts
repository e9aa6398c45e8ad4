import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { darkPicture, palette } from '../palette.ts';
import { collectProblems, type ProblemCode } from '../problems.ts';
import { drawing } from '../testing/a-package.ts';
import { checkSvg } from './svg.ts';

function codesOf(svg: string): ProblemCode[] {
  const { report, problems } = collectProblems();
  checkSvg('a.svg', svg, report);
  return problems.map(({ code }) => code);
}

const allowed: Record<string, string> = {
  'the palette': drawing(
    Object.entries(palette)
      .map(([name, { day }]) => `<path d="M0 0" fill="var(--${name}, ${day})"/>`)
      .join(''),
  ),
  'a palette colour in a style': drawing(
    '<path d="M0 0" style="fill: var(--ink,#1f2d35); stroke-width: 2"/>',
  ),
  'a fill from the group round it': drawing(
    '<g fill="none" stroke="var(--sun, #B4531A)"><path d="M0 0"/></g>',
  ),
  'a gradient of the palette': drawing(
    '<defs><linearGradient id="a"><stop offset="0" stop-color="var(--sea, #2B6CB0)"/></linearGradient></defs><rect width="1" height="1" fill="url(#a)"/>',
  ),
  'a shape used twice': drawing(
    '<defs><path id="leaf" d="M0 0"/></defs><use href="#leaf" fill="var(--sea, #2B6CB0)"/>',
  ),
  'a declaration and a comment': `<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by us -->\n${drawing()}`,
};

const refused: Record<string, readonly [ProblemCode, string]> = {
  'a script': ['svg-element', drawing('<script>alert(1)</script>')],
  'a script in capitals': ['svg-element', drawing('<SCRIPT/>')],
  'a script with a prefix': ['svg-element', drawing('<svg:script/>')],
  'foreign content': ['svg-element', drawing('<foreignObject><div/></foreignObject>')],
  'a style element': ['svg-element', drawing('<style>@import "https://a.no"</style>')],
  'an animation that sets a link': [
    'svg-element',
    drawing('<set attributeName="href" to="javascript:alert(1)"/>'),
  ],
  'an image': ['svg-element', drawing('<image href="#a"/>')],
  'a link': ['svg-element', drawing('<a href="#b"><path d="M0 0" fill="none"/></a>')],
  'an event': ['svg-attribute', drawing('<g onclick="alert(1)"/>')],
  'an event in capitals': ['svg-attribute', drawing('<g ONLOAD="alert(1)"/>')],
  'a foreign prefix': ['svg-attribute', drawing('<g inkscape:label="a"/>')],
  'an entity in a value': ['svg-attribute', drawing('<g id="&#106;"/>')],
  'an escape in a style': ['svg-attribute', drawing('<g style="fill:u\\72l(https://a.no)"/>')],
  'an outside reference': ['svg-reference', drawing('<use href="https://a.no/a.svg#b"/>')],
  'an outside reference by prefix': ['svg-reference', drawing('<use xlink:href="data:image/svg+xml,a"/>')],
  'an outside paint': ['svg-reference', drawing('<path d="M0 0" fill="url(https://a.no/a.svg#b)"/>')],
  'an outside mask in a style': ['svg-reference', drawing('<g style="mask: url( \'//a.no/b\' )"/>')],
  'an outside namespace': ['svg-reference', drawing('<g xmlns="http://www.w3.org/1999/xhtml"/>')],
  words: ['svg-text', drawing('<text>Tarm</text>')],
  'a title': ['svg-text', drawing('<title>Tarm</title>')],
  'loose words': ['svg-text', drawing('Tarm')],
  'a named colour': ['svg-colour', drawing('<path d="M0 0" fill="red"/>')],
  'a colour in a style': ['svg-colour', drawing('<path d="M0 0" style="fill:#1F2D35"/>')],
  'a palette colour with another fallback': [
    'svg-colour',
    drawing('<path d="M0 0" fill="var(--ink, #000000)"/>'),
  ],
  'a palette of its own': ['svg-colour', drawing('<g style="--ink: red"/>')],
  'a shape without a fill': ['svg-colour', drawing('<path d="M0 0"/>')],
  'a doctype': ['svg-syntax', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing()}`],
  'a processing instruction': ['svg-syntax', `<?xml-stylesheet href="a.css"?>${drawing()}`],
  'hidden character data': ['svg-syntax', drawing('<![CDATA[<script/>]]>')],
  'an attribute without quotes': ['svg-syntax', drawing('<g id=a/>')],
  'an attribute without a value': ['svg-syntax', drawing('<g hidden/>')],
  'tags that cross': ['svg-syntax', drawing('<g><defs></g></defs>')],
  'a tag that is never closed': ['svg-syntax', drawing('<g>')],
  'two drawings': ['svg-syntax', drawing() + drawing()],
  'no namespace': ['svg-syntax', '<svg viewBox="0 0 1 1"></svg>'],
  'no drawing': ['svg-syntax', '<!-- nothing -->'],
  'a fixed size': ['svg-size', drawing().replace('viewBox', 'width="10" viewBox')],
  'no viewBox': ['svg-size', drawing().replace('viewBox="0 0 10 10"', '')],
};

describe('a drawing', () => {
  for (const [what, svg] of Object.entries(allowed)) {
    it(`may have ${what}`, () => expect(codesOf(svg)).toEqual([]));
  }
  for (const [what, [code, svg]] of Object.entries(refused)) {
    it(`may not have ${what}`, () => expect(codesOf(svg)).toContain(code));
  }

  it('of 60 kB made to be slow is checked in a moment', () => {
    const started = performance.now();
    for (const part of ['<', '<g ', '<g a="', '<!--', '<g a = "b" ', 'a b '])
      codesOf(drawing(part.repeat(60_000 / part.length)));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('the dark picture', () => {
  it('is the same drawing with the dark palette', () => {
    const dark = darkPicture(`<?xml version="1.0"?>\n${drawing()}`);
    expect(dark).toContain(
      'viewBox="0 0 10 10"><style>:root{--ink:#EBECED;--soft:#344C55;--accent:#7AA5AE;--sun:#E0986B;--sea:#5388BF;--paper:#20292F;--body:#8A7566}</style>',
    );
    expect(dark.replace(/<style>.*<\/style>/, '')).toContain(drawing());
  });

  it('works for every drawing of the example programme', () => {
    const folder = new URL('../../../../programmes/ibs/media/', import.meta.url);
    const drawings = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(drawings.length).toBeGreaterThan(5);
    for (const name of drawings)
      expect(darkPicture(readFileSync(new URL(name, folder), 'utf8'))).toContain('><style>:root{');
  });
});
