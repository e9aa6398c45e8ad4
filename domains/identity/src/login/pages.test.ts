import { describe, expect, test } from 'vitest';
import { languageFor } from './accept-language.ts';
import { languages, pageTexts } from './page-texts.ts';
import { bouncePage, failedPage, signedOutPage } from './pages.ts';
import type { SameOriginPath } from './same-origin-path.ts';

test.each([
  ['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
  ['nn,nb;q=0.5', 'nn'],
  ['no', 'nb'],
  ['sv-SE', 'sv'],
  ['en;q=0.5,sv;q=0.6', 'sv'],
  ['fr,de;q=0.9,en;q=0.1', 'en'],
  ['en;q=0,sv', 'sv'],
  ['uk', 'nb'],
  ['', 'nb'],
  [undefined, 'nb'],
])('a browser that asks for %s gets %s', (header, language) => {
  expect(languageFor(header)).toBe(language);
});

describe.each(languages)('pages in %s', (language) => {
  const failed = failedPage(language, {
    refused: 'wrong-nonce',
    reference: 'ABCD-2345',
    wayIn: '/login/patient?to=%2Ftoday&device=own',
    urgent: 'NO',
  });

  test('a failure is said in words; the reason stays in the log', () => {
    expect(failed.html).not.toContain('nonce');
    expect(headline(failed.html)).toBe(pageTexts[language].failed.again.title);
    expect(failed.html.indexOf('ABCD-2345')).toBeGreaterThan(failed.html.indexOf('href="/login/patient'));
    expect(failed.html).toContain('116 117');
  });

  test('no page has script, and each allows its own style only', () => {
    const pages = [failed, signedOutPage(language), bouncePage(language, '/today' as SameOriginPath)];
    for (const { html, headers } of pages) {
      expect(html).not.toMatch(/<script|javascript:| on\w+=| style=/i);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri/,
      );
      expect(html).toContain(`<html lang="${language}">`);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('headlines have at most eight words, and sentences are short', () => {
    const texts = pageTexts[language];
    const all = [...Object.values(texts.failed), texts.onTheWay, texts.signedOut];
    for (const { title, text } of all) {
      expect(title.split(' ').length).toBeLessThanOrEqual(8);
      const sentences = text.split(/[.?]\s*/).filter(Boolean);
      const words = text.split(/\s+/).length;
      expect(words / sentences.length).toBeLessThanOrEqual(15);
    }
  });

  test('the readability index stays under 30 (ux-direction, section 4)', () => {
    const texts = pageTexts[language];
    const all = [...Object.values(texts.failed), texts.onTheWay, texts.signedOut].map(({ text }) => text);
    expect(lix(all.join(' '))).toBeLessThanOrEqual(30);
  });
});

test('what goes into a page can’t break out of it', () => {
  const { html } = failedPage('nb', {
    refused: 'unexpected',
    reference: '<b>"',
    wayIn: '/"><script>alert(1)</script>',
  });
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>');
});

function headline(html: string): string {
  return /<h1>(.*)<\/h1>/.exec(html)?.[1] ?? '';
}

/** Words per sentence, plus long words (more than six letters) per hundred. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\d]+/gu) ?? [];
  const sentences = text.match(/[.?:]+(\s|$)/g) ?? [];
  return (
    words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length
  );
}
