import type { Measures } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { measuresQuery } from '../data/queries.ts';
import { useActs } from '../keys/acts.ts';
import { copyText } from '../parts/copy-text.ts';
import { Loaded } from '../parts/loadable.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { useRows } from '../parts/use-rows.ts';
import { AreasPanel } from './areas-panel.tsx';
import { FormKeys } from './form-keys.tsx';
import { OccurrencePanel } from './occurrence-panel.tsx';
import { ResponseList } from './response-list.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { answeredPoints, mainTrends, useScoreWords } from './score-words.ts';
import { formsTexts } from './texts.ts';
import { TrendPanel } from './trend-panel.tsx';

/** C9: the course of each score, what was answered, and when what is asked. */
export function FormsTab() {
  const { treatmentId } = useParams({ from: '/treatments/$treatmentId' });
  const measures = useQuery(measuresQuery(treatmentId));
  return (
    <Loaded of={measures} lines={8}>
      {(read) => <FormsAndProgress key={treatmentId} treatmentId={treatmentId} measures={read} />}
    </Loaded>
  );
}

function FormsAndProgress({ treatmentId, measures }: { treatmentId: string; measures: Measures }) {
  const t = useText(formsTexts);
  const { response } = useSearch({ from: '/treatments/$treatmentId/forms' });
  const keys = useRows(measures.responses.map(({ id }) => id));
  const read = useReading(treatmentId, keys.focus);
  useArrival(keys.region.ref);
  useFormActs(measures, keys.move);
  const main = mainTrends(measures.trends);
  return (
    <div className="forms" {...keys.region} tabIndex={-1} role="group" aria-label={t('tab')}>
      <div className="forms-main">
        <FormKeys />
        {main.length === 0 ? <p className="panel">{t('empty')}</p> : null}
        {main.map((trend) => (
          <TrendPanel key={trend.instrument} trend={trend} responses={measures.responses} />
        ))}
        {main.map((trend) => (
          <AreasPanel key={trend.instrument} main={trend} trends={measures.trends} />
        ))}
      </div>
      <div className="forms-side">
        {response === undefined ? null : (
          <ResponsePanel
            key={response}
            treatmentId={treatmentId}
            responseId={response}
            close={() => read(undefined)}
          />
        )}
        <ResponseList responses={measures.responses} reading={response} read={read} />
        <OccurrencePanel treatmentId={treatmentId} measures={measures} />
      </div>
    </div>
  );
}

function useFormActs(measures: Measures, move: (step: 1 | -1) => void): void {
  const t = useText(formsTexts);
  const words = useScoreWords();
  const notes = mainTrends(measures.trends).filter((trend) => answeredPoints(trend).length > 0);
  const copy = (): void =>
    void copyText(notes.map(words.note).join('\n'), { done: t('copied'), failed: t('notCopied') });
  useActs([
    { id: 'next', label: t('next'), keys: 'J', group: 'here', inRegion: true, run: () => move(1) },
    { id: 'previous', label: t('previous'), keys: 'K', group: 'here', inRegion: true, run: () => move(-1) },
    ...(notes.length === 0
      ? []
      : [{ id: 'copy', label: t('copy'), keys: 'C', group: 'here' as const, inRegion: true, run: copy }]),
  ]);
}

/** Opens a response as an address; closing gives focus back to its line. */
function useReading(treatmentId: string, focus: (id: string) => boolean) {
  const navigate = useNavigate();
  return (responseId: string | undefined): void => {
    const from = new URLSearchParams(window.location.search).get('response');
    const arrived = navigate({
      to: '/treatments/$treatmentId/forms',
      params: { treatmentId },
      search: responseId === undefined ? {} : { response: responseId },
      resetScroll: false,
    });
    if (responseId === undefined && from) void arrived.then(() => setTimeout(() => focus(from)));
  };
}
