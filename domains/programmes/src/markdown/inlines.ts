import type { PhrasingContent } from 'mdast';
import type { Inline } from '../programme.ts';
import { firstOddCharacter, oddCharacterSentence, withoutOddCharacters } from '../read-text.ts';
import { placeOf, type Reading } from './reading.ts';

export function inlinesOf(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, reading));
}

/** The words alone, for titles and for counting. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.value;
      return inline.kind === 'break' ? ' ' : plainText(inline.text);
    })
    .join('');
}

function inlineOf(node: PhrasingContent, reading: Reading): Inline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', value: wordsOf(node, reading) }];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, text: inlinesOf(node.children, reading) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return linkOf(node.url, inlinesOf(node.children, reading), node, reading);
    case 'html':
      reading.report(
        'markdown-html',
        placeOf(reading, node),
        `Found HTML (${short(node.value)}); expected Markdown only.`,
      );
      return [];
    default:
      return notAllowed(node, reading);
  }
}

/** Characters written by number (`&#x202E;`) have come to be only now, after the file was looked at. */
function wordsOf(node: Extract<PhrasingContent, { type: 'text' }>, reading: Reading): string {
  const odd = firstOddCharacter(node.value);
  if (odd !== undefined)
    reading.report('odd-character', placeOf(reading, node), oddCharacterSentence(odd.name));
  return withoutOddCharacters(node.value).replace(/\s*\n\s*/g, ' ');
}

/** Only secure addresses and steps of the same programme: nothing that runs, calls or opens another program. */
function linkOf(url: string, text: Inline[], node: PhrasingContent, reading: Reading): Inline[] {
  const step = /^step:([a-z0-9-]{1,200})$/.exec(url)?.[1];
  if (step !== undefined) {
    reading.references.push({ kind: 'step', to: step, place: placeOf(reading, node) });
    return [{ kind: 'link', to: url, text }];
  }
  if (isSecureAddress(url)) return [{ kind: 'link', to: url, text }];
  reading.report(
    'link-not-allowed',
    placeOf(reading, node),
    `Found a link to "${short(url)}"; expected an address that begins with https:// or step: and the id of a step.`,
  );
  return text;
}

function isSecureAddress(url: string): boolean {
  if (!/^https:\/\/[^\s\\\p{Cc}\p{Cf}]+$/iu.test(url) || !URL.canParse(url)) return false;
  const { protocol, username, password, hostname } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

const expectations: Partial<Record<PhrasingContent['type'], string>> = {
  image: 'an image; expected ::picture{src="…"} on a line of its own',
  imageReference: 'an image; expected ::picture{src="…"} on a line of its own',
  inlineCode: 'code (`…`); expected plain words',
  linkReference: 'a link by reference; expected [words](https://…)',
};

/** The words are kept where there are any, so that the page can still be read. */
function notAllowed(node: PhrasingContent, reading: Reading): Inline[] {
  const found = expectations[node.type] ?? `${node.type}; expected plain Markdown`;
  reading.report('markdown-not-allowed', placeOf(reading, node), `Found ${found}.`);
  if ('value' in node) return [{ kind: 'text', value: node.value }];
  return 'children' in node ? inlinesOf(node.children, reading) : [];
}

function short(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > 60 ? `${oneLine.slice(0, 57)}…` : oneLine;
}
