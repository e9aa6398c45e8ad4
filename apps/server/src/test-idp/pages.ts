import { createHash } from 'node:crypto';
import { type Language, texts } from './page-texts.ts';
import type { TestPerson } from './people.ts';

/** Colours, sizes and shapes of ux-direction.md, sections 3.2–3.4. */
const style = `
:root{color-scheme:light dark;--page:#eff4f6;--card:#fff;--edge:#6b7d85;--soft:#b9c6cb;--text:#1f2d35;--subtle:#535f66;--act:#0b5a6b;--note:#fff4e0;--note-edge:#8a5a00}
@media(prefers-color-scheme:dark){:root{--page:#112226;--card:#20292f;--edge:#8b999f;--soft:#46555c;--text:#ebeced;--subtle:#a4a8ab;--act:#8fc3ce;--note:#3a2c12;--note-edge:#d9a441}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:400 1.125rem/1.5 "Source Sans 3 Variable","Source Sans 3",system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{margin:0 0 .75rem;font-size:1.75rem;line-height:1.2;font-weight:650}
h2{margin:0 0 .75rem;font-size:1.25rem;font-weight:650}
p{margin:0 0 1rem}
.note{padding:.75rem 1rem;background:var(--note);border:1px solid var(--note-edge);border-left-width:6px;border-radius:8px}
section,details{margin:0 0 1.5rem;padding:1.25rem;background:var(--card);border:1px solid var(--soft);border-radius:12px}
summary{min-height:1.75rem;font-weight:650;cursor:pointer}details h2{margin-top:1rem}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
button{width:100%;min-height:3.5rem;padding:.6rem 1rem;border:1px solid var(--edge);border-radius:8px;background:var(--card);color:var(--text);font:inherit;text-align:left;cursor:pointer}
button:hover{border-color:var(--act);box-shadow:inset 4px 0 0 var(--act)}
button b{display:block;font-weight:650}button small{font-size:1rem;color:var(--subtle)}
button.plain{width:auto;color:var(--act);font-weight:650}
a{color:var(--act)}
:focus-visible{outline:3px solid var(--text);outline-offset:3px}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** `origin` is where a chosen person is sent on to: browsers hold redirects after a form to `form-action` too. */
export function pageHeaders(origin: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self' ${origin}; frame-ancestors 'none'`,
    'cache-control': 'no-store',
  };
}

/** *Velg en testperson*: those the login is for first, the others a step away. */
export function choicePage(
  language: Language,
  people: readonly TestPerson[],
  kind: TestPerson['kind'],
  action: string,
): string {
  const words = texts[language];
  const other = kind === 'patient' ? 'clinician' : 'patient';
  const group = (of: TestPerson['kind']) => {
    const items = people.filter((person) => person.kind === of).map((person) => choice(language, person));
    return `<h2>${words[of]}</h2><ul>${items.join('')}</ul>`;
  };
  return page(
    language,
    words.choose,
    `<p class="note">${words.practice}</p>
<form method="post" action="${escape(action)}">
<section>${group(kind)}</section>
<details><summary>${words.others}</summary>${group(other)}</details>
<button class="plain" name="cancel" value="yes">${words.cancel}</button>
</form>`,
  );
}

function choice(language: Language, person: TestPerson): string {
  const low = person.acr === 'idporten-loa-high' ? '' : `<small>${texts[language].lowLevel}</small>`;
  return `<li><button name="person" value="${escape(person.id)}"><b>${escape(person.label)}</b>${low}</button></li>`;
}

/** `form` is the library's own, with its token against forgery; the button belongs to it by name. */
export function signOutPage(form: string): string {
  const words = texts.nb;
  return page(
    'nb',
    words.signOut,
    `<section><p>${words.signOutText}</p>${form}
<button class="plain" type="submit" form="op.logoutForm" name="logout" value="yes">${words.signOut.replace('?', '')}</button></section>`,
  );
}

export function messagePage(message: 'signedOut' | 'failed', language: Language = 'nb'): string {
  const words = texts[language];
  const more = message === 'failed' ? `<p>${words.failedText}</p>` : '';
  return page(language, words[message], `<section>${more}<p><a href="/">${words.back}</a></p></section>`);
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – øvings-ID</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
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
