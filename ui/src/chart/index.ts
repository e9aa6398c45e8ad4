/** Charts of a score over time. Import it lazily: it is not for what an app loads first. */
export type { DrawnBand, DrawnText } from './axis.ts';
export {
  type ChartGeometry,
  type ChartSize,
  chartGeometry,
} from './geometry.ts';
export type {
  ScoreBand,
  ScoreChartModel,
  ScoreChartTexts,
  ScorePoint,
  SmallestChange,
} from './model.ts';
export { bandOf } from './reading.ts';
export { ScoreChart } from './score-chart.tsx';
export type { DrawnPoint, DrawnSeries } from './series.ts';
export { Sparkline } from './sparkline.tsx';
export type { SparkPoint } from './sparkline-geometry.ts';
