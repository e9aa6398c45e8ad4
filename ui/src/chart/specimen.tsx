/** A page with one chart, which tests fill. */
import '../../styles/patient.css';
import { createRoot } from 'react-dom/client';
import type { ScoreChartModel } from './model.ts';
import { ScoreChart } from './score-chart.tsx';
import { Sparkline } from './sparkline.tsx';

declare global {
  interface Window {
    showChart: (model: ScoreChartModel) => void;
  }
}

const main = document.createElement('main');
document.body.append(main);
const root = createRoot(main);

window.showChart = (model) =>
  root.render(
    <div className="ds-card" style={{ margin: '16px auto', maxWidth: '46rem', padding: 'var(--card-room)' }}>
      <h1>Min utvikling</h1>
      <ScoreChart key={model.title} model={model} />
      <p>
        <Sparkline points={model.points} axis={model.axis} word="bedre" />
      </p>
    </div>,
  );
