import { notFound, type Operation } from '@skute/access';
import { addHandlings, placeOfNote } from '@skute/flags';
import { sealText } from '@skute/platform/keys';
import { addDays, dateIn, type EpochMs, type IsoDate } from '@skute/platform/time';
import { treatmentAtUnit } from '@skute/treatment';
import type { handleWork } from '../contract.ts';
import type { ClinicDeps } from './deps.ts';

/** Done, later, or taken back. Reading a row handles nothing; only this does. */
export function handle(deps: ClinicDeps): Operation<typeof handleWork> {
  return async (tx, ask) => {
    const { actor, params, body } = ask;
    if (body.outcome === 'later' && body.until === undefined)
      return { refused: 'later-needs-date', status: 422 };
    const found = await treatmentAtUnit(deps, tx, ask, params.treatmentId);
    if (!found) return notFound;
    const { facts, now: at } = found.course;
    if (body.outcome === 'later' && !isWithinAYear(body.until, facts.timeZone, at)) {
      return { refused: 'later-date-out-of-range', status: 422, about: facts.patientId };
    }
    const key = body.note === undefined ? undefined : await deps.keys.get(tx.tenantId, facts.patientId);
    const place = placeOfNote({ tenant: tx.tenantId, patient: facts.patientId, treatmentId: facts.id, at });
    addHandlings(tx, {
      treatmentId: facts.id,
      items: body.items,
      outcome: body.outcome,
      until: body.outcome === 'later' ? (body.until ?? null) : null,
      note: key && body.note !== undefined ? sealText(key, place, body.note) : null,
      byPerson: actor.personId,
      at,
    });
    return { status: 200, about: { patient: facts.patientId }, body: { handled: body.items.length } };
  };
}

/** Put off to a day that comes, and not so far that it is forgotten. */
function isWithinAYear(until: IsoDate | undefined, timeZone: string, now: EpochMs): boolean {
  const today = dateIn(timeZone, now);
  return until !== undefined && until > today && until <= addDays(today, 366);
}
