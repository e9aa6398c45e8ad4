import type { EpochMs } from '@skute/platform/time';
import type { Programme } from '@skute/programmes/rules';
import { courseAt } from './course.ts';
import { type NewEvent, type TreatmentFacts, withEvents } from './facts.ts';
import { lifeAt } from './life-cycle.ts';
import { firedByProgress } from './progress-rules.ts';
import { isRefusal, type Refusal } from './refusals.ts';
import { decideSteering, type SteeringCommand } from './steering.ts';
import { decideTurn, type TurnCommand } from './turns.ts';

export type Command = TurnCommand | SteeringCommand;

/**
 * Everything to write for an act, the rules it sets off included; an empty list when it is done already; or why it
 * can't be done.
 */
export function decide(
  command: Command,
  facts: TreatmentFacts,
  programme: Programme,
  now: EpochMs,
): NewEvent[] | Refusal {
  const decided = isTurn(command)
    ? decideTurn(command, lifeAt(facts, now), programme)
    : decideSteering(command, courseAt(programme, facts, now));
  if (isRefusal(decided) || decided.length === 0) return decided;
  return [...decided, ...firedByProgress(programme, withEvents(facts, decided), now)];
}

const turnActs: ReadonlySet<string> = new Set<TurnCommand['act']>([
  'accept',
  'renew-invitation',
  'pause',
  'resume',
  'start-maintenance',
  'end',
  'reopen',
  'purge',
]);

function isTurn(command: Command): command is TurnCommand {
  return turnActs.has(command.act);
}
