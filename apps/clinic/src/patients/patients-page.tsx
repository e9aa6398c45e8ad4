import { Button, PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { patientsQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { FilterLinks } from './filter-links.tsx';
import { PatientRows } from './patient-rows.tsx';
import { PatientsEmpty } from './patients-empty.tsx';
import { SearchField } from './search-field.tsx';
import { keepSearchText, searchText } from './search-wish.ts';
import { patientsTexts } from './texts.ts';
import { useSettled } from './use-settled.ts';

/** C3: find and filter. What is searched for is sent in the request's body, and never stands in an address. */
export function PatientsPage() {
  const t = useText(patientsTexts);
  const { filter = 'all' } = useSearch({ from: '/patients' });
  const [typed, setTyped] = useState(searchText);
  const search = useSettled(useDeferredValue(typed.trim()), 150);
  const list = useInfiniteQuery(patientsQuery(search, filter));
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const change = (next: string): void => {
    keepSearchText(next);
    setTyped(next);
  };
  const settled = search === typed.trim() && !list.isPlaceholderData;
  return (
    <div className="page">
      <div className="page-top">
        <PageHeading>{t('title')}</PageHeading>
        <Button asChild>
          <Link to="/invite">{t('invite')}</Link>
        </Button>
      </div>
      <SearchField typed={typed} onChange={change} rows={settled ? rows : undefined} />
      <FilterLinks />
      <Loaded of={{ ...list, data: rows }} lines={8}>
        {(found) => (
          <>
            <p role="status" className="found-line">
              {found.length === 0
                ? ''
                : list.hasNextPage
                  ? t('foundMore', { count: found.length })
                  : t('found', { count: found.length })}
            </p>
            {found.length > 0 ? (
              <PatientRows rows={found} />
            ) : (
              <PatientsEmpty search={search} filter={filter} clear={() => change('')} />
            )}
            {list.hasNextPage ? (
              <Button
                variant="secondary"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t('more')}
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
}
