import { notFound, type Operation, unitNow, windClockForward } from '@skute/access';
import { isoInstant } from '@skute/platform/time';
import type { windClock } from '../contract.ts';
import type { ClinicDeps } from './deps.ts';

/** Practice mode: the unit's present moves ahead, and all that depends on time is as it would have been. */
export function windUnitClock(deps: Pick<ClinicDeps, 'practice'>): Operation<typeof windClock> {
  return async (tx, { actor, body, realNow }) => {
    if (!deps.practice || actor.unitId === null) return notFound;
    const unit = await windClockForward(tx, actor.unitId, body.forwardHours * 3600);
    if (!unit) return notFound;
    return { status: 200, about: 'nobody', body: { unitNow: isoInstant(unitNow(unit, realNow)) } };
  };
}
