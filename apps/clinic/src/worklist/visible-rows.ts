/** The worklist as it will be once the acts on their way have arrived: what is done leaves the list at once, what is put off waits. */
import type { Worklist } from '@skute/clinics/contract';
import type { OutboxAct } from '../data/outbox.ts';

export type Row = Worklist['rows'][number];
export type WorkItem = Row['work'][number];
type Act = Pick<OutboxAct, 'treatmentId' | 'body'>;
type Named = Pick<WorkItem, 'kind' | 'occurrence'>;

const groupsInOrder = ['today', 'waiting', 'unanswered'] as const satisfies readonly Row['group'][];

/** Rows in the order in which they stand on the page. */
export function inGroups<R extends Pick<Row, 'group'>>(rows: readonly R[]): R[] {
  return groupsInOrder.flatMap((group) => rows.filter((row) => row.group === group));
}

/** @param before Rows as they were when something in them was handled, to put back what is reopened. */
export function visibleRows<R extends Pick<Row, 'treatmentId' | 'work'>>(
  rows: readonly R[],
  acts: readonly Act[],
  before: ReadonlyMap<string, { row: R; index: number }>,
): R[] {
  const outcomes = new Map<string, Act['body']['outcome']>();
  for (const { treatmentId, body } of acts) {
    for (const item of body.items) outcomes.set(nameOf(treatmentId, item), body.outcome);
  }
  const outcomeOf = (treatmentId: string, item: Named) => outcomes.get(nameOf(treatmentId, item));
  const all = [...rows];
  for (const [treatmentId, kept] of before) {
    const items = kept.row.work.filter((item) => outcomeOf(treatmentId, item) === 'reopened');
    if (items.length > 0) putBack(all, kept, items);
  }
  return all.flatMap((row) => {
    const work = row.work.filter((item) => outcomeOf(row.treatmentId, item) !== 'done');
    const waits = work.every((item) => outcomeOf(row.treatmentId, item) === 'later');
    return work.length === 0 ? [] : [{ ...row, work, ...(waits ? { group: 'waiting' } : {}) }];
  });
}

function putBack<R extends Pick<Row, 'treatmentId' | 'work'>>(
  rows: R[],
  kept: { row: R; index: number },
  items: readonly WorkItem[],
): void {
  const at = rows.findIndex(({ treatmentId }) => treatmentId === kept.row.treatmentId);
  const there = rows[at];
  if (!there) {
    rows.splice(kept.index, 0, { ...kept.row, work: [...items] });
    return;
  }
  const missing = items.filter((item) => !there.work.some((other) => sameItem(item, other)));
  rows[at] = { ...there, work: [...there.work, ...missing] };
}

function sameItem(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.occurrence === other.occurrence;
}

function nameOf(treatmentId: string, item: Named): string {
  return `${treatmentId}/${item.kind}/${item.occurrence}`;
}
