import { EmptyState, PageHeading, Tag } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmesQuery } from '../data/queries.ts';
import type { Programme } from '../invite/draft.ts';
import { Loaded } from '../parts/loadable.tsx';
import { programmesTexts } from './texts.ts';

/** What is active in the unit. */
export function ProgrammesPage() {
  const t = useText(programmesTexts);
  const programmes = useQuery(programmesQuery);
  return (
    <div className="page">
      <PageHeading>{t('title')}</PageHeading>
      <Loaded of={programmes}>
        {({ programmes: active }) =>
          active.length === 0 ? (
            <EmptyState>{t('none')}</EmptyState>
          ) : (
            <ul className="programme-list" aria-label={t('active')}>
              {active.map((programme) => (
                <ProgrammeLine key={programme.versionId} programme={programme} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function ProgrammeLine({ programme }: { programme: Programme }) {
  const t = useText(programmesTexts);
  const { versionId, title, summary, version, example, modules, steps, days } = programme;
  return (
    <li className="panel">
      <h2>
        <Link to="/programmes/$versionId" params={{ versionId }} className="row-name">
          {title}
        </Link>
      </h2>
      <p>{summary}</p>
      <p className="subtle">
        {t('version', { version })} · {t('size', { modules, steps, days })}
      </p>
      {example ? <Tag data-color="info">{t('example')}</Tag> : null}
    </li>
  );
}
