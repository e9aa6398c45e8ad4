import type { Worklist } from '@skute/clinics/contract';
import { PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { worklistQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { SplitLinks } from './split-links.tsx';
import { worklistTexts } from './texts.ts';
import { useVisibleRows } from './use-handling.ts';
import type { Row } from './visible-rows.ts';
import { WorklistRows } from './worklist-rows.tsx';

/** C1: what needs me, in order. */
export function WorklistPage() {
  const t = useText(worklistTexts);
  const { split = 'mine' } = useSearch({ from: '/worklist' });
  const list = useQuery(worklistQuery(split));
  const visible = useVisibleRows(list.data?.rows, list.dataUpdatedAt);
  return (
    <div className="page">
      <div className="page-top">
        <PageHeading>{t('title')}</PageHeading>
        <SplitLinks counts={list.data ? countsLeft(list.data, visible) : undefined} />
      </div>
      <Loaded of={list} lines={6}>
        {(data) => <WorklistRows key={split} list={data} visible={visible} split={split} />}
      </Loaded>
    </div>
  );
}

/** The server's counts, less the patients who have just left the list. */
function countsLeft({ counts, rows }: Worklist, visible: readonly Row[]): Worklist['counts'] {
  const left = new Set(visible.map(({ treatmentId }) => treatmentId));
  const gone = rows.filter(({ treatmentId }) => !left.has(treatmentId));
  return { all: counts.all - gone.length, mine: counts.mine - gone.filter(({ mine }) => mine).length };
}
