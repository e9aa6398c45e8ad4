/** The invitation form: what is typed, what is missing, and what is sent. No screen and no clock in here. */
import type { invite, listProgrammes, lookUpPerson } from '@skute/clinics/contract';
import type { Language } from '@skute/ui/i18n';
import type { ask } from '@skute/ui/session';
import type { z } from 'zod';

export type Programme = z.output<(typeof listProgrammes.replies)[200]>['programmes'][number];
export type Line = Programme['eligibility'][number];
export type Person = z.output<(typeof lookUpPerson.replies)[200]>;
export type InviteBody = Parameters<typeof ask<typeof invite>>[1]['body'];

export interface Answer {
  readonly met?: boolean;
  readonly reason: string;
}

export interface Draft {
  readonly number: string;
  /** What was found for the number as it stands. */
  readonly person: Person | null;
  readonly given: string;
  readonly family: string;
  readonly language: Language | '';
  readonly versionId: string;
  readonly startsOn: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** The last try, whose key is used again for the same content: it is never sent twice. */
  readonly tried?: { readonly key: string; readonly content: string };
}

export const emptyDraft: Draft = {
  number: '',
  person: null,
  given: '',
  family: '',
  language: '',
  versionId: '',
  startsOn: '',
  answers: {},
};

/** What the unit and the clinician would most often choose, where nothing has been chosen. */
export interface Usual {
  readonly language: Language;
  readonly today: string;
  readonly programmes: readonly Programme[];
}

export interface Filled extends Draft {
  readonly language: Language;
  readonly programme: Programme | undefined;
}

export function filled(draft: Draft, usual: Usual): Filled {
  const [only, second] = usual.programmes;
  const chosen = usual.programmes.find(({ versionId }) => versionId === draft.versionId);
  return {
    ...draft,
    language: draft.language || usual.language,
    startsOn: draft.startsOn || usual.today,
    programme: chosen ?? (second ? undefined : only),
  };
}

/** Whether a line of the list is met. Age is worked out, everything else is answered. */
export type LineState =
  | { readonly kind: 'met' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'needs-reason' }
  | { readonly kind: 'too-young'; readonly limit: number };

export function lineState(
  line: Line,
  { person, startsOn, answers }: Pick<Draft, 'person' | 'startsOn' | 'answers'>,
): LineState {
  if (line.kind === 'confirm') {
    const met = answers[line.id]?.met;
    return met === undefined ? { kind: 'unanswered' } : met ? { kind: 'met' } : { kind: 'needs-reason' };
  }
  if (!person) return { kind: 'unanswered' };
  const age = ageOn(person.born, startsOn);
  const limit = line.exceptionFrom ?? line.atLeast ?? 0;
  if (age >= (line.atLeast ?? 0)) return { kind: 'met' };
  return age < limit ? { kind: 'too-young', limit } : { kind: 'needs-reason' };
}

export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

export const shortestReason = 3;

export function reasonOf(draft: Pick<Draft, 'answers'>, line: Line): string {
  return draft.answers[line.id]?.reason.trim() ?? '';
}

/** The body to send. Only after `missing` has found nothing. */
export function bodyOf(draft: Filled, programme: Programme): InviteBody {
  const names = draft.person?.known ? {} : { given: draft.given.trim(), family: draft.family.trim() };
  return {
    number: draft.number.trim(),
    ...names,
    language: draft.language,
    versionId: programme.versionId,
    startsOn: draft.startsOn,
    answers: programme.eligibility.map((line) => {
      const met = lineState(line, draft).kind === 'met';
      return { id: line.id, met, ...(met ? {} : { reason: reasonOf(draft, line) }) };
    }),
  };
}
