/** Charts for tests and for looking at. Four bands from 0 to 500, lower is better, 50 is the smallest change. */
import type { ScoreChartModel, ScorePoint } from './model.ts';

export function aChart(changes: Partial<ScoreChartModel> = {}): ScoreChartModel {
  return {
    title: 'Plager siste ti dager',
    summary:
      'Tallet ditt gikk ned fra 321 til 208. Lavere er bedre. Det er en forskjell mange merker i hverdagen.',
    tooFew: 'Neste måling er mandag 9. mars. Da kan du se utviklingen her.',
    direction: '↓ Lavere er bedre',
    axis: { min: 0, max: 500 },
    bands: [
      { from: 0, to: 74, label: 'Ingen' },
      { from: 75, to: 174, label: 'Mild' },
      { from: 175, to: 300, label: 'Moderat' },
      { from: 301, to: 500, label: 'Alvorlig' },
    ],
    points: [
      aPoint('2026-01-05', '5. jan.', 321),
      aPoint('2026-02-02', '2. feb.', 288, 'Sov dårlig hele uka.'),
      aPoint('2026-03-02', '2. mars', null),
      aPoint('2026-04-06', '6. april', 240),
      aPoint('2026-05-04', '4. mai', 251),
      aPoint('2026-06-29', '29. juni', 208, 'På ferie. Spiste det jeg ville.'),
    ],
    smallestChange: {
      points: 50,
      betterIs: 'lower',
      limitLabel: 'En forskjell på 50 poeng, som mange merker',
      stripLabel: 'For liten endring til å være sikker',
    },
    texts: {
      notAnswered: 'ikke besvart',
      showTable: 'Vis som tabell',
      hideTable: 'Skjul tabellen',
      points: 'Målinger',
      date: 'Dato',
      value: 'Poeng',
      band: 'Nivå',
      note: 'Notat',
      series: 'Hva',
    },
    ...changes,
  };
}

export function aPoint(at: string, label: string, value: number | null, note?: string): ScorePoint {
  return { at, label, value, ...(note ? { note } : {}) };
}

/** So many points, a week apart, up and down. */
export function manyPoints(count: number): ScorePoint[] {
  return Array.from({ length: count }, (_, week) => {
    const at = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
    return aPoint(
      at,
      `${at.slice(8)}.${at.slice(5, 7)}.`,
      week % 7 === 4 ? null : 250 + ((week * 97) % 220) - 110,
    );
  });
}

export const twoSeries = aChart({
  label: 'Hjemme',
  second: {
    label: 'På arbeid',
    points: [
      aPoint('2026-01-05', '5. jan.', 250),
      aPoint('2026-02-02', '2. feb.', 262),
      aPoint('2026-04-06', '6. april', 190),
      aPoint('2026-06-29', '29. juni', 205),
    ],
  },
});
