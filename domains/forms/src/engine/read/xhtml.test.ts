import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xhtmlProblem } from './xhtml.ts';

describe('formatted text', () => {
  test.each([
    'plain text',
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two &amp; three&#160;&nbsp;</p></div>',
    "<p class='x' style=\"color: red\">A <a href='https://example.org/'>link</a></p>",
    '<ul><li>a</li><li><b>b</b></li></ul><!-- said by nobody -->',
  ])('%s is allowed', (text) => {
    expect(xhtmlProblem(text)).toBeNull();
  });

  test.each([
    '<p>',
    '<p></b>',
    '</p>',
    '<p>a & b</p>',
    '<p class=x></p>',
    '<p a="1" a="2"></p>',
    '<br>',
    '<script>alert(1)</script>',
    '<p onclick="x()">a</p>',
    '<a href="javascript:x()">a</a>',
    '<a href="java&#10;script:x()">a</a>',
    '<iframe src="https://example.org"></iframe>',
    '<!DOCTYPE html><p/>',
    '<![CDATA[x]]>',
    '<?php ?>',
    '<p',
    42,
  ])('%s is refused', (text) => {
    expect(xhtmlProblem(text)).toMatch(/^(?:is|has|closes|does not close) /);
  });

  test('never takes long, and never throws', () => {
    const piece = fc.constantFrom('<', '>', '/', 'p', ' ', '"', '=', '&', ';', '<!--', '--', 'a', '<p ', "'");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        xhtmlProblem(pieces.join(''));
      }),
    );
    const started = performance.now();
    for (const piece of ['<', '&', '<p ', '<!--', ' a="', '<p a="b" ']) xhtmlProblem(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
