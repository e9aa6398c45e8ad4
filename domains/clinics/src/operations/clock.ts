import { notFound, type Operation, unitNow, windClockForward } from '@skute/access';
import { hourMs, isoInstant } from '@skute/platform/time';
import type { windClock } from '../contract.ts';
import type { ClinicDeps } from './deps.ts';

/** Far enough to see any course to its end. Beyond it a unit's calendar would only be further and further off. */
const furthestSeconds = 2 * 366 * 86_400;

/** Practice mode: the unit's present moves ahead, and all that depends on time is as it would have been. */
export function windUnitClock(deps: Pick<ClinicDeps, 'practice'>): Operation<typeof windClock> {
  return async (tx, { actor, body, realNow }) => {
    if (!deps.practice || actor.unitId === null) return notFound;
    const unit = await windClockForward(
      tx,
      actor.unitId,
      (body.forwardHours * hourMs) / 1000,
      furthestSeconds,
    );
    if (!unit) return { refused: 'clock-too-far', status: 422, detail: 'At most two years ahead.' };
    return { status: 200, about: 'nobody', body: { unitNow: isoInstant(unitNow(unit, realNow)) } };
  };
}
