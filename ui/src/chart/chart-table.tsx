import type { ScoreChartModel } from './model.ts';
import type { Reading } from './reading.ts';

interface ChartTableProps {
  readonly id: string;
  readonly model: ScoreChartModel;
  readonly readings: readonly Reading[];
}

/** All of it in words and digits. A column that would be empty is left out. */
export function ChartTable({ id, model, readings }: ChartTableProps) {
  const { texts, title, second } = model;
  const columns = [
    ...(second ? [{ heading: texts.series, of: ({ seriesLabel }: Reading) => seriesLabel }] : []),
    { heading: texts.value, of: ({ written }: Reading) => written },
    ...(model.bands.length > 0 ? [{ heading: texts.band, of: ({ band }: Reading) => band }] : []),
    ...(readings.some(({ point }) => point.note)
      ? [{ heading: texts.note, of: ({ point }: Reading) => point.note }]
      : []),
  ];
  return (
    <table id={id} className="chart-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.date}</th>
          {columns.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <tr key={`${reading.series} ${reading.index}`}>
            <th scope="row">{reading.point.label}</th>
            {columns.map(({ heading, of }) => (
              <td key={heading}>{of(reading)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
