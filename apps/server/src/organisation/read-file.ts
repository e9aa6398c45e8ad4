import { isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { OrganisationFile } from './file.ts';
import { type Checks, type WantedOrganisation, wantedOf } from './wanted.ts';

/** Where something is wrong, and what was expected. Never what was written: it may be an identity number. */
export interface FileProblem {
  readonly line: number;
  /** `units[0].timeZone` */
  readonly field: string;
  readonly message: string;
}

export type Read = { readonly wanted: WantedOrganisation } | { readonly problems: readonly FileProblem[] };

/** Reads and checks the whole file, so that everything that is wrong in it is told at once. */
export function readOrganisation(text: string, checks: Checks): Read {
  const lines = new LineCounter();
  // The failsafe schema makes everything text.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineOf = (offset = 0): number => Math.max(1, lines.linePos(offset).line);
  // The first only: what comes after a mistake in the form is misread because of it.
  const faults = [...document.errors, ...document.warnings].slice(0, 1);
  if (faults.length > 0) {
    return {
      problems: faults.map(({ pos, code }) => ({
        line: lineOf(pos[0]),
        field: 'the file',
        message: `is not YAML that can be read here (${code.toLowerCase().replaceAll('_', ' ')})`,
      })),
    };
  }
  const place = (path: readonly PropertyKey[], message: string): FileProblem => ({
    line: lineOf(offsetOf(document, path)),
    field: nameOf(path),
    message,
  });
  const parsed = OrganisationFile.safeParse(document.toJS());
  if (!parsed.success)
    return { problems: parsed.error.issues.flatMap((issue) => tell(issue, document, place)) };
  const checked = wantedOf(parsed.data, checks);
  if ('wanted' in checked) return checked;
  return { problems: checked.wrong.map(({ path, message }) => place(path, message)) };
}

type PlaceOf = (path: readonly PropertyKey[], message: string) => FileProblem;

function tell(issue: z.core.$ZodIssue, document: Document, place: PlaceOf): FileProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => place([...issue.path, key.slice(0, 40)], 'is not a field'));
  if (issue.code === 'invalid_key') return [place(issue.path, 'is not a field')];
  if (document.getIn(issue.path) === undefined) return [place(issue.path, 'is missing')];
  const expected = issue.code === 'invalid_type' ? expectedKinds[issue.expected] : issue.message;
  return [place(issue.path, `must be ${expected ?? 'something else'}`)];
}

const expectedKinds: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a set of fields',
};

/** Of the value, or of the nearest thing around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const node = isPair(found) ? found.key : found;
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function nameOf(path: readonly PropertyKey[]): string {
  const written = path.reduce<string>(
    (before, part) => (typeof part === 'number' ? `${before}[${part + 1}]` : `${before}.${String(part)}`),
    '',
  );
  return written.replace(/^\./, '') || 'the file';
}
