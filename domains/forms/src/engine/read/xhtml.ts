import { extensionsAt, urls, valueIn } from '../extensions.ts';
import { isRecord, type Json, shown } from '../json.ts';
import { type Place, problem, type Reading } from './findings.ts';

/** Every `rendering-xhtml` of an item, wherever it stands in it: well formed, and nothing in it but text in order. */
export function checkXhtml(reading: Reading, place: Place, element: Json): void {
  const look = (value: unknown, path: string, depth: number): void => {
    if (depth > 12 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach((one, index) => look(one, `${path}[${index}]`, depth + 1));
      return;
    }
    if (!isRecord(value)) return;
    for (const one of extensionsAt(value, urls.xhtml)) {
      const wrong = xhtmlProblem(valueIn(one));
      if (wrong !== null) problem(reading, { ...place, path }, 'xhtml-invalid', `rendering-xhtml ${wrong}`);
    }
    for (const [field, below] of Object.entries(value))
      if (field !== 'item' && typeof below === 'object') look(below, `${path}.${field}`, depth + 1);
  };
  look(element, place.path, 0);
}

/** What a narrative may hold (https://hl7.org/fhir/R4/narrative.html#xhtml): text, and no scripts, forms, frames or styles. */
const allowed: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address b bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot ' +
    'th thead tr tt u ul var'
  ).split(' '),
);
const attribute = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const opening = /<([A-Za-z][\w:.-]*)/y;
const closing = /<\/([A-Za-z][\w:.-]*)\s*>/y;
const comment = /<!--(?:(?!--)[^])*-->/y;
const words = /(?:[^<&]+|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]\w{1,30});)+/y;
const longest = 200_000;

/** Null when it is well formed and allowed, else what is wrong. */
export function xhtmlProblem(text: unknown): string | null {
  if (typeof text !== 'string') return `is ${shown(text)}; expected a text.`;
  if (text.length > longest) return `has ${text.length} characters; expected at most ${longest}.`;
  const open: string[] = [];
  let place = 0;
  const taken = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    if (found) place = pattern.lastIndex;
    return found;
  };
  while (place < text.length) {
    if (taken(words) || taken(comment)) continue;
    const end = taken(closing);
    if (end) {
      const last = open.pop();
      if (last !== end[1])
        return `closes ${shown(end[1])}; expected ${last === undefined ? 'no end' : shown(last)}.`;
      continue;
    }
    const start = taken(opening);
    if (!start) return `has ${shown(text.slice(place, place + 20))} at ${place}; expected well-formed XHTML.`;
    const name = start[1] ?? '';
    if (!allowed.has(name)) return `has the element ${shown(name)}, which a narrative may not have.`;
    const seen = new Set<string>();
    for (let one = taken(attribute); one; one = taken(attribute)) {
      const wrong = attributeProblem(one[1] ?? '', one[2] ?? one[3] ?? '', seen);
      if (wrong !== null) return wrong;
    }
    const tail = taken(/\s*(\/?)>/y);
    if (!tail) return `has an element ${shown(name)} that is not ended; expected well-formed XHTML.`;
    if (tail[1] === '') open.push(name);
    if (open.length > 200) return 'is nested too deeply.';
  }
  return open.length === 0 ? null : `does not close ${shown(open.at(-1))}.`;
}

function attributeProblem(name: string, value: string, seen: Set<string>): string | null {
  const lower = name.toLowerCase();
  if (seen.has(lower)) return `has the attribute ${shown(name)} twice.`;
  seen.add(lower);
  if (lower.startsWith('on')) return `has the attribute ${shown(name)}; a narrative runs nothing.`;
  if (lower !== 'href' && lower !== 'src') return null;
  const address = value.replace(/&#?\w+;|[\s\p{Cc}]/gu, '').toLowerCase();
  const scheme = /^([a-z][a-z\d+.-]*):/.exec(address)?.[1];
  const isPicture = lower === 'src' && /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);/.test(address);
  if (scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme) || isPicture) return null;
  return `has an address that begins with ${shown(`${scheme}:`)}; expected http, https, mailto or tel.`;
}
