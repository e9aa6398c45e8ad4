import { ageOn, type IsoDate } from '@skute/platform/time';
import type { EligibilityLine } from '@skute/programmes/rules';

export interface EligibilityAnswer {
  readonly id: string;
  readonly met: boolean;
  readonly reason?: string | undefined;
}

export type NotEligible =
  | { readonly refused: 'eligibility-unanswered'; readonly line: string }
  | { readonly refused: 'override-needs-reason'; readonly line: string }
  | { readonly refused: 'too-young'; readonly line: string };

const shortestReason = 3;

/**
 * Whether the programme's list lets this person in. Every line must be answered; one that is not met may be
 * overridden with a reason, which stays with the treatment. Age is computed, never answered: below the exception's
 * age no reason helps.
 */
export function checkEligibility(
  lines: readonly EligibilityLine[],
  answers: readonly EligibilityAnswer[],
  born: IsoDate,
  startsOn: IsoDate,
): { readonly answers: EligibilityAnswer[] } | NotEligible {
  const checked: EligibilityAnswer[] = [];
  for (const line of lines) {
    const answer = answers.find(({ id }) => id === line.id);
    const met = line.kind === 'age' ? ageOn(born, startsOn) >= line.atLeast : answer?.met;
    if (met === undefined) return { refused: 'eligibility-unanswered', line: line.id };
    const reason = answer?.reason?.trim() ?? '';
    if (!met && line.kind === 'age' && ageOn(born, startsOn) < (line.exceptionFrom ?? line.atLeast)) {
      return { refused: 'too-young', line: line.id };
    }
    if (!met && reason.length < shortestReason) return { refused: 'override-needs-reason', line: line.id };
    checked.push(met ? { id: line.id, met } : { id: line.id, met, reason });
  }
  return { answers: checked };
}
