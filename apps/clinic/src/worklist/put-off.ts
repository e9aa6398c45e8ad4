import type { WorkItem } from './visible-rows.ts';

type Named = Pick<WorkItem, 'kind' | 'occurrence'>;

/**
 * Until when work was put off during this visit. The server lists such work as waiting but does not say until when, so
 * after a reload the day is not known here.
 */
const until = new Map<string, string>();

const nameOf = (treatmentId: string, { kind, occurrence }: Named): string =>
  `${treatmentId}/${kind}/${occurrence}`;

export function rememberPutOff(treatmentId: string, items: readonly Named[], day: string | undefined): void {
  for (const item of items) {
    if (day === undefined) until.delete(nameOf(treatmentId, item));
    else until.set(nameOf(treatmentId, item), day);
  }
}

/** A calendar date, or nothing when it is not put off as far as we know. */
export function putOffUntil(treatmentId: string, item: Named): string | undefined {
  return until.get(nameOf(treatmentId, item));
}
