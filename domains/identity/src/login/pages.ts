import { createHash } from 'node:crypto';
import { groupOf, type Language, pageTexts, type SessionRefusal } from './page-texts.ts';
import type { LoginRefusal } from './refusals.ts';
import type { SameOriginPath } from './same-origin-path.ts';

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Shown for the blink of an eye; the link is for browsers that do not follow. */
export function bouncePage(language: Language, to: SameOriginPath): Page {
  const texts = pageTexts[language];
  return page(language, texts.onTheWay.title, {
    head: `<meta http-equiv="refresh" content="0;url=${escape(to)}">`,
    body: `<p>${escape(texts.onTheWay.text)}</p><p><a class="act" href="${escape(to)}">${escape(texts.goOn)}</a></p>`,
  });
}

export interface Failure {
  readonly refused: LoginRefusal | SessionRefusal | 'unexpected';
  readonly said?: string;
  /** What we can find again in the log. */
  readonly reference: string;
  /** Where the login begins anew. */
  readonly wayIn: string;
  /** Whose emergency numbers to show; none for clinicians. */
  readonly urgent?: 'NO' | 'SE';
}

export function failedPage(language: Language, failure: Failure): Page {
  const texts = pageTexts[language];
  const { title, text } = texts.failed[groupOf(failure.refused, failure.said)];
  const urgent = failure.urgent ? `<p>${escape(texts.urgent[failure.urgent])}</p>` : '';
  return page(language, title, {
    body: `<p>${escape(text)}</p>
<p><a class="act" href="${escape(failure.wayIn)}">${escape(texts.logIn)}</a></p>
${urgent}<p class="small">${escape(texts.reference)} <span class="code">${escape(failure.reference)}</span></p>`,
  });
}

export function signedOutPage(language: Language): Page {
  const texts = pageTexts[language];
  return page(language, texts.signedOut.title, {
    body: `<p>${escape(texts.signedOut.text)}</p><p><a class="act" href="/">${escape(texts.logIn)}</a></p>`,
  });
}

/** Colours and sizes of ux-direction.md, sections 3.2–3.4, small enough to travel with the page. */
const style = `
:root{color-scheme:light dark;--page:#eff4f6;--card:#fff;--edge:#b9c6cb;--text:#1f2d35;--subtle:#535f66;--act:#0b5a6b;--on-act:#fff}
@media(prefers-color-scheme:dark){:root{--page:#112226;--card:#20292f;--edge:#46555c;--text:#ebeced;--subtle:#a4a8ab;--act:#7aa5ae;--on-act:#000}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:400 1.125rem/1.5 "Source Sans 3 Variable","Source Sans 3",system-ui,sans-serif}
main{max-width:34rem;margin:12vh auto 2rem;padding:1.5rem;background:var(--card);border:1px solid var(--edge);border-radius:12px}
@media(max-width:36rem){main{margin:1rem}}
h1{margin:0 0 .75rem;font-size:1.75rem;line-height:1.2;font-weight:650}
p{margin:0 0 1rem}p:last-child{margin-bottom:0}
.act{display:inline-block;min-height:3rem;padding:.6rem 1.25rem;border-radius:8px;background:var(--act);color:var(--on-act);font-weight:650;text-decoration:none}
a:focus-visible{outline:3px solid var(--text);outline-offset:3px}
.small{font-size:1rem;color:var(--subtle)}.code{font-family:ui-monospace,monospace;white-space:nowrap}
@media(forced-colors:active){.act{border:2px solid LinkText}}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** No script, no form, no other site; the one stylesheet is named by its hash. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  // The address of the callback holds the code; it must not follow along to the next page.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function page(language: Language, title: string, parts: { head?: string; body: string }): Page {
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Skute</title>
${parts.head ?? ''}<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${parts.body}
</main>
</body>
</html>
`;
  return { html, headers };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
