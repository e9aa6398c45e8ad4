import { CheckmarkIcon, ClockIcon } from '@navikt/aksel-icons';
import { Button } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { useHere } from '../shell/clinic-session.ts';
import { dateInFigures } from '../words/dates.ts';
import { spanInWords, timeTexts } from '../words/time-words.ts';
import { DueWords } from './due-words.tsx';
import { worklistTexts } from './texts.ts';
import type { Row, WorkItem } from './visible-rows.ts';
import { byDue, firstDue, kinds, proposals } from './work-words.ts';

interface WorklistRowProps {
  readonly row: Row;
  readonly showResponsible: boolean;
  readonly act: (kind: 'done' | 'later' | 'propose', row: Row) => void;
}

export function WorklistRow({ row, showResponsible, act }: WorklistRowProps) {
  const t = useText(worklistTexts);
  const first = firstDue(row.work);
  const said = (word: string): string => t('for', { act: word, name: row.name });
  if (!first) return null;
  const proposed = t(proposals[first.proposal]);
  return (
    <li className="row worklist-row">
      <Who row={row} />
      <ul className="work-list">
        {byDue(row.work).map((item) => (
          <Why key={`${item.kind}/${item.occurrence}`} item={item} />
        ))}
      </ul>
      <Due
        treatmentId={row.treatmentId}
        item={first}
        responsible={showResponsible && !row.mine ? row.responsible : undefined}
      />
      <div className="row-acts">
        <Button variant="secondary" aria-label={said(proposed)} onClick={() => act('propose', row)}>
          {proposed}
        </Button>
        <Button
          variant="tertiary"
          icon
          aria-label={said(t('done'))}
          title={t('done')}
          onClick={() => act('done', row)}
        >
          <CheckmarkIcon aria-hidden="true" />
        </Button>
        <Button
          variant="tertiary"
          icon
          aria-label={said(t('later'))}
          title={t('later')}
          onClick={() => act('later', row)}
        >
          <ClockIcon aria-hidden="true" />
        </Button>
      </div>
    </li>
  );
}

function Who({ row }: { row: Row }) {
  const t = useText(worklistTexts);
  const language = useLanguage();
  const where =
    row.day !== null ? t('day', { day: row.day }) : row.status === 'lapsed' ? t('lapsed') : t('invited');
  return (
    <div className="row-who">
      <Link
        to="/treatments/$treatmentId/week"
        params={{ treatmentId: row.treatmentId }}
        data-row={row.treatmentId}
        className="row-name"
      >
        {row.name}
      </Link>
      <span className="subtle">
        {where} · {t('born', { date: dateInFigures(row.born, language) })}
      </span>
    </div>
  );
}

function Why({ item }: { item: WorkItem }) {
  const t = useText(worklistTexts);
  const { word, Icon } = kinds[item.kind];
  return (
    <li className="work" data-kind={item.kind}>
      <Icon aria-hidden="true" className="work-icon" />
      <span>
        <strong>{t(word)}.</strong> {item.because}
      </span>
    </li>
  );
}

interface DueProps {
  readonly treatmentId: string;
  readonly item: WorkItem;
  readonly responsible: string | undefined;
}

function Due({ treatmentId, item, responsible }: DueProps) {
  const t = useText(worklistTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const waited = spanInWords(here.now - Date.parse(item.since), time);
  return (
    <div className="row-due">
      <DueWords treatmentId={treatmentId} item={item} />
      <span className="subtle">{t('waited', { span: waited })}</span>
      {responsible ? <span className="subtle">{t('responsible', { name: responsible })}</span> : null}
    </div>
  );
}
