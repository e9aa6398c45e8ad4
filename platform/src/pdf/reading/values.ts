/** The values that a PDF is written in (ISO 32000-1, 7.3), as far as tests need to read them. */
export class Reference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export type Dictionary = { readonly [key: string]: Value };
/** Names keep their slash, so that they are not taken for text. */
export type Value = number | boolean | null | string | Reference | readonly Value[] | Dictionary;

const token =
  /\s*(<<|>>|\[|\]|\((?:[^\\()]|\\[^])*\)|<[0-9A-Fa-f\s]*>|\/[^\s<>[\]()/]*|\d+ 0 R\b|[^\s<>[\]()/]+)/y;

/** @param source One character a byte. */
export function parseValue(source: string): Value {
  const tokens: string[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) tokens.push(found[1] ?? '');
  return take(tokens);
}

function take(tokens: string[]): Value {
  const first = tokens.shift() ?? 'null';
  if (first === '<<') return takeDictionary(tokens);
  if (first === '[') {
    const items: Value[] = [];
    while (tokens[0] !== ']') items.push(take(tokens));
    tokens.shift();
    return items;
  }
  if (first.startsWith('(')) return textOf(unescaped(first.slice(1, -1)));
  if (first.startsWith('<')) return textOf(Buffer.from(first.slice(1, -1), 'hex').toString('latin1'));
  if (first.startsWith('/')) return first;
  if (first.endsWith(' 0 R')) return new Reference(Number.parseInt(first, 10));
  if (first === 'true' || first === 'false') return first === 'true';
  return first === 'null' ? null : Number(first);
}

function takeDictionary(tokens: string[]): Dictionary {
  const entries: [string, Value][] = [];
  while (tokens[0] !== '>>') {
    if (tokens.length === 0) throw new Error('a dictionary without an end');
    const key = tokens.shift() ?? '';
    entries.push([key.slice(1), take(tokens)]);
  }
  tokens.shift();
  return Object.fromEntries(entries);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
  text.replaceAll(/\\([^])/g, (_whole, letter: string) => escapes[letter] ?? letter);

/** UTF-16 with its mark, or one byte a character. */
function textOf(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
