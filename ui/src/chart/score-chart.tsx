import { useId, useState } from 'react';
import './chart.css';
import { ChartDrawing } from './chart-drawing.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartPoints } from './chart-points.tsx';
import { ChartTable } from './chart-table.tsx';
import { chartGeometry } from './geometry.ts';
import type { ScoreChartModel } from './model.ts';
import { answered, type Reading, readingsOf, sentenceOf } from './reading.ts';
import { useChartSize } from './use-chart-size.ts';

/** The sentence, then the picture, then, when asked for, the table. With fewer than two values, a sentence instead. */
export function ScoreChart({ model }: { readonly model: ScoreChartModel }) {
  const tooFew = answered(model.points) < 2;
  return (
    <figure className="chart">
      <figcaption>
        <strong className="chart-title">{model.title}</strong>
        <span className="chart-summary">{model.summary}</span>
      </figcaption>
      {tooFew ? <p className="chart-too-few">{model.tooFew}</p> : <WholeChart model={model} />}
    </figure>
  );
}

function WholeChart({ model }: { readonly model: ScoreChartModel }) {
  const tableId = useId();
  const { ref, size } = useChartSize();
  const [tableShown, setTableShown] = useState(false);
  const readings = readingsOf(model);
  const [chosen, setChosen] = useState(readings.length - 1);
  const shown = Math.min(chosen, readings.length - 1);
  const geometry = chartGeometry(model, size);
  return (
    <>
      {model.direction ? <p className="chart-direction">{model.direction}</p> : null}
      <div className="chart-room" ref={ref}>
        <ChartDrawing
          title={model.title}
          description={`${model.summary} ${model.direction}`.trim()}
          geometry={geometry}
        />
        <ChartPoints
          label={model.texts.points}
          geometry={geometry}
          readings={readings}
          chosen={shown}
          onChoose={setChosen}
        />
      </div>
      <ChosenPoint reading={readings[shown]} />
      <ChartLegend model={model} geometry={geometry} />
      <button
        type="button"
        className="ds-button chart-toggle"
        data-variant="tertiary"
        aria-expanded={tableShown}
        aria-controls={tableShown ? tableId : undefined}
        onClick={() => setTableShown(!tableShown)}
      >
        {tableShown ? model.texts.hideTable : model.texts.showTable}
      </button>
      {tableShown ? <ChartTable id={tableId} model={model} readings={readings} /> : null}
    </>
  );
}

/** For the eye: who goes by key hears it from the point, and who reads by voice finds the notes in the table. */
function ChosenPoint({ reading }: { readonly reading: Reading | undefined }) {
  if (!reading) return null;
  return (
    <p className="chart-chosen">
      {sentenceOf(reading)}
      {reading.point.note ? <span className="chart-note">{reading.point.note}</span> : null}
    </p>
  );
}
