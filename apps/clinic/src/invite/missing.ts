import type { FieldError } from '@skute/ui/base';
import type { Say } from '@skute/ui/i18n';
import { type Filled, type Line, lineState, reasonOf, shortestReason } from './draft.ts';
import type { inviteTexts } from './texts.ts';

type Words = Say<keyof typeof inviteTexts.texts>;

export const fieldOf = (line: Line): string => `line-${line.id}`;
export const reasonFieldOf = (line: Line): string => `reason-${line.id}`;

/** What must be looked at before the invitation can go, in the order of the page. */
export function missing(draft: Filled, today: string, t: Words, wrongNumber?: string): FieldError[] {
  return [
    ...personErrors(draft, t, wrongNumber),
    ...programmeErrors(draft, today, t),
    ...lineErrors(draft, t),
  ];
}

function personErrors(
  { number, person, given, family }: Filled,
  t: Words,
  wrongNumber?: string,
): FieldError[] {
  if (number.trim() === '') return [{ field: 'number', text: t('numberMissing') }];
  if (!person) return [{ field: 'number', text: wrongNumber ?? t('notLookedUp') }];
  if (person.known) return [];
  return [
    ...(given.trim() === '' ? [{ field: 'given', text: t('givenMissing') }] : []),
    ...(family.trim() === '' ? [{ field: 'family', text: t('familyMissing') }] : []),
  ];
}

function programmeErrors({ programme, startsOn }: Filled, today: string, t: Words): FieldError[] {
  return [
    ...(programme ? [] : [{ field: 'programme', text: t('programmeMissing') }]),
    ...(startsOn === '' ? [{ field: 'starts-on', text: t('dateMissing') }] : []),
    ...(startsOn !== '' && startsOn < today ? [{ field: 'starts-on', text: t('datePast') }] : []),
  ];
}

function lineErrors(draft: Filled, t: Words): FieldError[] {
  return (draft.programme?.eligibility ?? []).flatMap((line) => {
    const state = lineState(line, draft);
    const { question } = line;
    switch (state.kind) {
      case 'met':
        return [];
      case 'unanswered':
        // An age that isn't known yet is the number's error, which is told already.
        return line.kind === 'age' ? [] : [{ field: fieldOf(line), text: t('unanswered', { question }) }];
      case 'too-young':
        return [{ field: fieldOf(line), text: t('tooYoung', { age: state.limit }) }];
      case 'needs-reason':
        return reasonOf(draft, line).length < shortestReason
          ? [{ field: reasonFieldOf(line), text: t('reasonMissing', { question }) }]
          : [];
    }
  });
}
