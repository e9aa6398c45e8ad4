/** An island on the route: drawn in outline until it opens, with a flag when it has been explored. */
export function IslandMark({ open, finished }: { open: boolean; finished: boolean }) {
  return (
    <svg viewBox="0 0 40 40" className="island-mark" aria-hidden="true" focusable="false">
      <path
        d="M4 29q2-7 8-8 2-7 9-7t9 7q5 1 6 8Z"
        fill={open ? 'var(--island)' : 'var(--page)'}
        stroke="var(--sea)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeDasharray={open ? undefined : '2 3'}
      />
      {finished ? (
        <path
          d="M20 15V3l9 3.5-9 3.5"
          fill="var(--sail-2)"
          stroke="var(--hull)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ) : null}
      <path
        d="M2 34q4-3 8 0t8 0 8 0 8 0 4 0"
        fill="none"
        stroke="var(--sea)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
