import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { Place, Report } from '../problems.ts';

export type YamlPath = readonly PropertyKey[];

/** A YAML text that has been read, and the way back from each value to its place in the file. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; if it is not there, where the nearest thing around it stands. */
  placeOf(path: YamlPath): Place;
  /** Where a key itself stands, for keys that should not be there. */
  placeOfKey(path: YamlPath, key: string): Place;
  /** Where each `id` in the list under a key stands, in the order written, repetitions included. */
  idsUnder(key: string | undefined): readonly { readonly id: string; readonly place: Place }[];
}

/**
 * Reads YAML 1.2 as plain data. Aliases, anchors and tags are refused: packages do not need them, and aliases are how
 * a small file becomes a huge value.
 * `linesBefore` is for front matter, whose first line is not the first line of the file.
 */
export function readYaml(
  file: string,
  text: string,
  report: Report,
  linesBefore = 0,
): YamlSource | undefined {
  const lineCounter = new LineCounter();
  const at = (offset: number | undefined): Place => placeAt(file, lineCounter, offset, linesBefore);
  const document = parse(text, lineCounter);
  if (document === undefined) {
    report('yaml-syntax', { file }, 'The file is nested too deep to be read.');
    return undefined;
  }
  const serious = [...document.errors, ...document.warnings].map((error) => reportSyntax(error, at, report));
  const forbidden = reportForbidden(document, at, report);
  if (serious.includes(true) || forbidden) return undefined;
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    placeOf: (path) => at(offsetOf(document, path)),
    placeOfKey: (path, key) => at(keyOffset(document, path, key)),
    idsUnder: (key) => idsUnder(document, key).map(({ id, offset }) => ({ id, place: at(offset) })),
  };
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      merge: false,
      stringKeys: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Duplicate keys are an error, but the last value is still there to be checked; other errors end the reading. */
function reportSyntax(error: YAMLError, at: (offset: number) => Place, report: Report): boolean {
  const place = at(error.pos[0]);
  if (error.code === 'DUPLICATE_KEY') {
    report('yaml-duplicate-key', place, 'This key is written twice in the same place; expected once.');
    return false;
  }
  if (error.code === 'TAG_RESOLVE_FAILED') return false;
  const message = error.message.replace(/\s+/g, ' ').replace(/\.$/, '');
  report('yaml-syntax', place, `The YAML cannot be read here: ${message}.`);
  return true;
}

function reportForbidden(document: Document.Parsed, at: (offset?: number) => Place, report: Report): boolean {
  let found = false;
  visit(document, {
    Node(_key, node: Node) {
      const offset = node.range?.[0];
      if (isAlias(node) || node.anchor !== undefined) {
        report(
          'yaml-alias',
          at(offset),
          'Found an alias or anchor (* or &); expected the value written out.',
        );
        found = true;
      } else if (node.tag !== undefined) {
        report(
          'yaml-tag',
          at(offset),
          `Found the tag "${node.tag.slice(0, 40)}"; expected a plain value without a tag.`,
        );
        found = true;
      }
    },
  });
  return found;
}

function placeAt(file: string, lines: LineCounter, offset: number | undefined, linesBefore: number): Place {
  if (offset === undefined) return { file, line: 1 + linesBefore };
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { file, line: 1 + linesBefore } : { file, line: line + linesBefore, column: col };
}

function offsetOf(document: Document.Parsed, path: YamlPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const start = path.slice(0, length);
    const pair = pairAt(document, start.slice(0, -1), start.at(-1));
    if (pair !== undefined) return isNode(pair.key) ? pair.key.range?.[0] : undefined;
    const node = nodeAt(document, start);
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}

function keyOffset(document: Document.Parsed, path: YamlPath, key: string): number | undefined {
  const pair = pairAt(document, path, key);
  return pair !== undefined && isNode(pair.key) ? pair.key.range?.[0] : offsetOf(document, path);
}

function nodeAt(document: Document.Parsed, path: YamlPath): Node | undefined {
  if (path.length === 0) return document.contents ?? undefined;
  const node = document.getIn(path, true);
  return isNode(node) ? node : undefined;
}

function pairAt(document: Document.Parsed, path: YamlPath, key: PropertyKey | undefined): Pair | undefined {
  const map = nodeAt(document, path);
  if (!isMap(map)) return undefined;
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function idsUnder(
  document: Document.Parsed,
  key: string | undefined,
): { id: string; offset: number | undefined }[] {
  const found: { id: string; offset: number | undefined }[] = [];
  const take = (list: unknown): void => {
    if (!isSeq(list)) return;
    for (const item of list.items) {
      if (!isMap(item)) continue;
      const pair = item.items.find((each) => isScalar(each.key) && each.key.value === 'id');
      if (pair !== undefined && isScalar(pair.value) && typeof pair.value.value === 'string') {
        found.push({ id: pair.value.value, offset: pair.value.range?.[0] });
      }
    }
  };
  if (key === undefined) take(document.contents);
  else
    visit(document, {
      Pair: (_key, pair) => (isScalar(pair.key) && pair.key.value === key ? take(pair.value) : undefined),
    });
  return found;
}
