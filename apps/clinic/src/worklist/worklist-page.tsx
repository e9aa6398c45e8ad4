import { PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { worklistQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { SplitLinks } from './split-links.tsx';
import { worklistTexts } from './texts.ts';
import { WorklistRows } from './worklist-rows.tsx';

/** C1: what needs me, in order. */
export function WorklistPage() {
  const t = useText(worklistTexts);
  const { split = 'mine' } = useSearch({ from: '/worklist' });
  const list = useQuery(worklistQuery(split));
  return (
    <div className="page">
      <div className="page-top">
        <PageHeading>{t('title')}</PageHeading>
        <SplitLinks counts={list.data?.counts} />
      </div>
      <Loaded of={list} lines={6}>
        {(data) => <WorklistRows key={split} list={data} readAt={list.dataUpdatedAt} split={split} />}
      </Loaded>
    </div>
  );
}
