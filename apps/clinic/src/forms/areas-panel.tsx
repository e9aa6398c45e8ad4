import { useLanguage, useText } from '@skute/ui/i18n';
import { Panel } from '../patient/panel.tsx';
import { shortDay } from '../words/dates.ts';
import { areasOf, inFigures, type Trend, useScoreWords } from './score-words.ts';
import { formsTexts } from './texts.ts';

/** The newest times that there is room for. */
const shownTimes = 4;

/** The areas that a sum is made of, time by time. What was not answered says so. */
export function AreasPanel({ main, trends }: { main: Trend; trends: readonly Trend[] }) {
  const t = useText(formsTexts);
  const language = useLanguage();
  const words = useScoreWords();
  const areas = areasOf(main, trends);
  if (areas.length === 0) return null;
  const days = [...new Set(areas.flatMap(({ points }) => points.map(({ on }) => on)))]
    .toSorted()
    .slice(-shownTimes);
  return (
    <Panel title={t('areas', { name: words.nameOf(main) })}>
      <table className="areas">
        <thead>
          <tr>
            <th scope="col">{t('area')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {shortDay(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.score}>
              <th scope="row">{words.nameOf(area)}</th>
              {days.map((day) => (
                <AreaCell key={day} area={area} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="subtle">{t(main.direction === 'lower-is-better' ? 'lowerTag' : 'higherTag')}</p>
    </Panel>
  );
}

function AreaCell({ area, day }: { area: Trend; day: string }) {
  const t = useText(formsTexts);
  const language = useLanguage();
  const point = area.points.findLast(({ on }) => on === day);
  if (!point) return <td>–</td>;
  return point.value === null ? (
    <td className="subtle">{t('notAnswered')}</td>
  ) : (
    <td>{inFigures(point.value, language)}</td>
  );
}
