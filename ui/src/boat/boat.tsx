import type { ReactNode } from 'react';

/**
 * `moored`: not begun. `sailing`: under way. `reefed`: a hard week, or a pause. `lighthouse`: help and contact.
 * `chart`: the programme. `harbour`: the end.
 */
export type BoatState = 'moored' | 'sailing' | 'reefed' | 'lighthouse' | 'chart' | 'harbour';

interface BoatProps {
  readonly state: BoatState;
  /** Sets sail once, in at most 1.2 s, when something has just been done. */
  readonly moving?: boolean;
  readonly className?: string;
}

/** Our drawing. Decorative: what it says is said in words beside it. One on a screen at most. */
export function Boat({ state, moving = false, className = 'boat' }: BoatProps) {
  return (
    <svg viewBox="0 0 96 80" aria-hidden="true" focusable="false" className={className} data-moving={moving}>
      {drawings[state]}
    </svg>
  );
}

const line = {
  stroke: 'var(--hull)',
  strokeWidth: 2,
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
} as const;
const mast = <path d="M45 8V58" stroke="var(--hull)" strokeWidth="3" strokeLinecap="round" />;
const hull = <path d="M10 60H84C80 70 74 74 66 74H28C20 74 14 69 10 60Z" fill="var(--hull)" />;
const waves = (
  <path
    d="M2 76q8-5 16 0t16 0 16 0 16 0 16 0 12 0"
    fill="none"
    stroke="var(--sea)"
    strokeWidth="3"
    strokeLinecap="round"
  />
);

const drawings: Record<BoatState, ReactNode> = {
  sailing: (
    <>
      <g className="boat-afloat">
        {mast}
        <path d="M42 12C30 26 22 40 18 54H42Z" fill="var(--sail-2)" />
        <path d="M49 8C66 22 74 40 76 54H49Z" fill="var(--sail-1)" {...line} />
        {hull}
      </g>
      {waves}
    </>
  ),
  moored: (
    <>
      <path d="M90 46V78" stroke="var(--hull)" strokeWidth="5" strokeLinecap="round" />
      <path d="M80 62Q86 64 90 54" fill="none" {...line} />
      {mast}
      <path d="M45 48L74 52V57H45Z" fill="var(--sail-2)" {...line} />
      {hull}
      {waves}
    </>
  ),
  reefed: (
    <>
      <g className="boat-afloat">
        {mast}
        <path d="M42 32C35 40 29 47 26 54H42Z" fill="var(--sail-2)" />
        <path d="M49 26C59 34 65 43 67 49H49Z" fill="var(--sail-1)" {...line} />
        <path d="M49 49H68V54H49Z" fill="var(--sail-1)" {...line} />
        {hull}
      </g>
      {waves}
    </>
  ),
  lighthouse: (
    <>
      <path d="M20 76C24 66 34 62 48 62S72 66 76 76Z" fill="var(--island)" />
      <path d="M40 30H56L60 64H36Z" fill="var(--sail-1)" {...line} />
      <path d="M38.6 42H57.4L58.6 52H37.4Z" fill="var(--sail-2)" />
      <path d="M41 18H55V30H41Z" fill="var(--sail-1)" {...line} />
      <path d="M38 18L48 9L58 18Z" fill="var(--hull)" />
      <circle cx="48" cy="24" r="3" fill="var(--sail-2)" />
      <path
        d="M34 22L14 16M34 26L12 28M62 22L82 16M62 26L84 28"
        {...line}
        strokeWidth="2.5"
        stroke="var(--sea)"
      />
      {waves}
    </>
  ),
  chart: (
    <>
      <path d="M8 16L34 10L62 18L88 12V64L62 70L34 62L8 68Z" fill="var(--sail-1)" {...line} />
      <path d="M34 10V62M62 18V70" {...line} strokeWidth="1.5" opacity="0.5" />
      <path d="M16 26q6-6 12 0t-2 10-12-2 2-8Z" fill="var(--sail-2)" />
      <path d="M43 42q5-6 10 0t-1 10-10-1 1-9Z" fill="var(--sea)" />
      <path d="M69 26q6-6 11 0t-2 10-11-2 2-8Z" fill="var(--sail-2)" opacity="0.55" />
      <path d="M29 36L41 43M55 41L66 33" {...line} stroke="#063039" strokeDasharray="1 4" />
    </>
  ),
  harbour: (
    <>
      <path d="M62 76V58Q62 52 68 52H96V76Z" fill="var(--island)" />
      <path d="M72 52V38L82 30L92 38V52Z" fill="var(--sail-1)" {...line} />
      <path d="M80 52V44H85V52Z" fill="var(--sail-2)" />
      <path d="M29 20V60" stroke="var(--hull)" strokeWidth="3" strokeLinecap="round" />
      <path d="M29 50L50 54V58H29Z" fill="var(--sail-2)" {...line} />
      <path d="M4 60H58C55 69 50 73 44 73H18C11 73 6 68 4 60Z" fill="var(--hull)" />
      {waves}
    </>
  ),
};
