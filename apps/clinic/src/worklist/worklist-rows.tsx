import type { Worklist } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useRows } from '../parts/use-rows.ts';
import { useHere } from '../shell/clinic-session.ts';
import { CallDialog } from './call-dialog.tsx';
import { WorklistKeys } from './worklist-keys.tsx';
import { LaterDialog } from './later-dialog.tsx';
import { worklistTexts } from './texts.ts';
import { useRowActs } from './use-row-acts.ts';
import { inGroups, type Row } from './visible-rows.ts';
import { rememberWalk } from './walk.ts';
import { WorklistEmpty } from './worklist-empty.tsx';
import { WorklistRow } from './worklist-row.tsx';

const groups = [
  ['today', 'groupToday'],
  ['waiting', 'groupWaiting'],
  ['unanswered', 'groupUnanswered'],
] as const;

interface WorklistRowsProps {
  readonly list: Worklist;
  readonly visible: readonly Row[];
  readonly split: 'mine' | 'all';
}

/** The row that was opened last, to come back to. */
let leftAt: string | undefined;

export function WorklistRows({ list, visible, split }: WorklistRowsProps) {
  const t = useText(worklistTexts);
  const top = useRef<HTMLParagraphElement>(null);
  const rows = inGroups(visible);
  const keys = useRows(
    rows.map(({ treatmentId }) => treatmentId),
    {
      whenEmpty: () => top.current?.focus(),
      order: rows.map(({ group, treatmentId }) => `${group} ${treatmentId}`).join(),
    },
  );
  const { act, asked, close } = useRowActs(rows, keys);
  const { focus, current } = keys;
  const first = rows[0]?.treatmentId;
  const arrive = useEffectEvent(() => {
    if (first !== undefined && !(leftAt !== undefined && focus(leftAt))) focus(first);
  });
  const leave = useEffectEvent(() => {
    rememberWalk(rows.map(({ treatmentId }) => treatmentId));
    leftAt = current();
  });
  useEffect(() => {
    arrive();
    return () => leave();
  }, []);
  return (
    <>
      <div className="worklist-sum">
        <p ref={top} tabIndex={-1}>
          {rows.length > 0 ? <Sum rows={rows} /> : null}
        </p>
        {rows.length > 0 ? <WorklistKeys /> : null}
      </div>
      {rows.length > 0 ? null : <WorklistEmpty list={list} split={split} />}
      <div {...keys.region}>
        {groups.map(([group, word]) => (
          <Group
            key={group}
            title={t(word)}
            rows={rows.filter((row) => row.group === group)}
            split={split}
            act={act}
          />
        ))}
      </div>
      {asked?.kind === 'later' ? <LaterDialog row={asked.row} onClose={close} /> : null}
      {asked?.kind === 'call' ? <CallDialog row={asked.row} onClose={close} /> : null}
    </>
  );
}

function Sum({ rows }: { rows: readonly Row[] }) {
  const t = useText(worklistTexts);
  const { now } = useHere();
  const late = rows.filter(({ work }) => work.some(({ dueAt }) => Date.parse(dueAt) < now)).length;
  return (
    <>
      {t('sum', { count: rows.length })} {late > 0 ? t('late', { count: late }) : null}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly split: 'mine' | 'all';
  readonly act: (kind: 'done' | 'later' | 'propose', row: Row) => void;
}

function Group({ title, rows, split, act }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className="worklist-group">
      <h2>
        {title} <span className="count">{rows.length}</span>
      </h2>
      <ul className="rows">
        {rows.map((row) => (
          <WorklistRow key={row.treatmentId} row={row} showResponsible={split === 'all'} act={act} />
        ))}
      </ul>
    </section>
  );
}
