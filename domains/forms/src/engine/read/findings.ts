import type { Expressions } from '../evaluation.ts';
import type { FormProblem, Unsupported } from '../form.ts';
import type { Json } from '../json.ts';

/** What reading a form needs and collects. */
export interface Reading {
  readonly problems: FormProblem[];
  readonly unsupported: Unsupported[];
  readonly expressions: Expressions | null;
  /** Of the Questionnaire, by `#id`. */
  readonly contained: ReadonlyMap<string, Json>;
  readonly linkIds: Set<string>;
  /** Tags of every translation met. */
  readonly languages: Set<string>;
  /** Every FHIRPath expression met, with its place; they are checked when all variables are known. */
  readonly found: FoundExpression[];
  itemCount: number;
}

export interface FoundExpression {
  readonly place: Place;
  readonly expression: string;
  readonly element: string;
}

/** Where in the form: the item's linkId, null at the root, and the path from there. */
export interface Place {
  readonly linkId: string | null;
  readonly path: string;
}

export function problem(reading: Reading, place: Place, code: string, message: string): void {
  reading.problems.push({
    code,
    linkId: place.linkId,
    path: place.path,
    message: `${whereIs(place)}: ${message}`,
  });
}

export function notDone(
  reading: Reading,
  place: Place,
  effect: Unsupported['effect'],
  feature: string,
  message: string,
): void {
  reading.unsupported.push({
    feature,
    linkId: place.linkId,
    path: place.path,
    effect,
    message: `${whereIs(place)}: ${message}`,
  });
}

function whereIs({ linkId, path }: Place): string {
  if (linkId === null) return path === '' ? 'Questionnaire' : `Questionnaire (${path})`;
  const short = linkId.length > 60 ? `${linkId.slice(0, 60)}…` : linkId;
  return `Item ${short} (${path})`;
}
