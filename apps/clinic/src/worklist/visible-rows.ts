/** The worklist as it will be once the acts on their way have arrived: what is done leaves the list at once. */
import type { Worklist } from '@skute/clinics/contract';
import type { OutboxAct } from '../data/outbox.ts';

export type Row = Worklist['rows'][number];
export type WorkItem = Row['work'][number];
type Act = Pick<OutboxAct, 'treatmentId' | 'body'>;

/** @param before Rows as they were when something in them was handled, to put back what is reopened. */
export function visibleRows<R extends Pick<Row, 'treatmentId' | 'work'>>(
  rows: readonly R[],
  acts: readonly Act[],
  before: ReadonlyMap<string, { row: R; index: number }>,
): R[] {
  const gone = new Set<string>();
  const back = new Set<string>();
  for (const { treatmentId, body } of acts) {
    for (const item of body.items) {
      const name = nameOf(treatmentId, item);
      const [into, from] = body.outcome === 'reopened' ? [back, gone] : [gone, back];
      into.add(name);
      from.delete(name);
    }
  }
  const all = [...rows];
  for (const [treatmentId, kept] of before) {
    const items = kept.row.work.filter((item) => back.has(nameOf(treatmentId, item)));
    if (items.length > 0) putBack(all, kept, items);
  }
  return all
    .map((row) => ({ ...row, work: row.work.filter((item) => !gone.has(nameOf(row.treatmentId, item))) }))
    .filter((row) => row.work.length > 0);
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

type Named = Pick<WorkItem, 'kind' | 'occurrence'>;

function sameItem(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.occurrence === other.occurrence;
}

function nameOf(treatmentId: string, item: Named): string {
  return `${treatmentId}/${item.kind}/${item.occurrence}`;
}
