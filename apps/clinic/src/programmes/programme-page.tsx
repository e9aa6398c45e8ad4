import { Button, EmptyState, PageHeading, Paragraph, StatusWord, Tag } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { programmesQuery } from '../data/queries.ts';
import type { Programme } from '../invite/draft.ts';
import { Loaded } from '../parts/loadable.tsx';
import { Panel } from '../patient/panel.tsx';
import { programmesTexts } from './texts.ts';

/** One programme: what it holds, when it opens, whom it fits. */
export function ProgrammePage() {
  const t = useText(programmesTexts);
  const { versionId } = useParams({ from: '/programmes/$versionId' });
  const programmes = useQuery(programmesQuery);
  const back = (
    <Link to="/programmes" className="ds-link">
      {t('back')}
    </Link>
  );
  return (
    <div className="page">
      <Loaded of={programmes} heading={t('title')}>
        {({ programmes: active }) => {
          const programme = active.find((one) => one.versionId === versionId);
          return programme ? (
            <ProgrammeInWords programme={programme} />
          ) : (
            <>
              <PageHeading>{t('title')}</PageHeading>
              <EmptyState action={back}>{t('notActive')}</EmptyState>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function ProgrammeInWords({ programme }: { programme: Programme }) {
  const t = useText(programmesTexts);
  const { title, summary, version, example, modules, steps, days, invitationDays } = programme;
  return (
    <>
      <div className="page-top">
        <PageHeading>{title}</PageHeading>
        <Button asChild>
          <Link to="/invite">{t('invite')}</Link>
        </Button>
      </div>
      <Paragraph>{summary}</Paragraph>
      <p className="subtle">
        {t('version', { version })} · {t('size', { modules, steps, days })} ·{' '}
        {t('invitation', { count: invitationDays })}
      </p>
      {example ? <Tag data-color="info">{t('example')}</Tag> : null}
      <div className="programme-parts">
        <Outline programme={programme} />
        <div className="overview-side">
          <Calendar programme={programme} />
          <Fits programme={programme} />
        </div>
      </div>
    </>
  );
}

function Outline({ programme }: { programme: Programme }) {
  const t = useText(programmesTexts);
  return (
    <Panel title={t('outline')}>
      <ol className="outline">
        {programme.outline.map((module) => (
          <li key={module.title}>
            <strong>{module.title}</strong> {module.optional ? <StatusWord status="optional" /> : null}
            <ol>
              {module.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Calendar({ programme }: { programme: Programme }) {
  const t = useText(programmesTexts);
  return (
    <Panel title={t('calendar')}>
      <ol className="calendar">
        {programme.calendar.map(({ day, opens, because }) => (
          <li key={day}>
            <strong>{t('day', { day })}</strong>
            <p>{opens.join(', ')}</p>
            {because ? <p className="because">{because}</p> : null}
          </li>
        ))}
      </ol>
      <p className="subtle">{t('byHand')}</p>
    </Panel>
  );
}

function Fits({ programme }: { programme: Programme }) {
  const t = useText(programmesTexts);
  return (
    <Panel title={t('eligibility')}>
      <ul className="fits">
        {programme.eligibility.map((line) => (
          <li key={line.id}>
            {line.question}
            <p className="field-help">{line.help}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
