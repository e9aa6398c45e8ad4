import type { BoxKind } from '@skute/programmes/rules';

/** 24 px outlines in the line style of the boat. Decorative. */
const marks: Record<BoxKind, string> = {
  fact: 'M12 8h.01M11 12h1v5h1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  try: 'M5 12.5l4.5 4.5L19 7.5',
  care: 'M12 7v6M12 16.5h.01M12 3 21.5 20H2.5Z',
  recipe: 'M5 11h14v4a5 5 0 0 1-5 5h-4a5 5 0 0 1-5-5ZM9 7V4M12 7V3M15 7V4',
  foods: 'M7 3v18M4.5 3v5a2.5 2.5 0 0 0 5 0V3M16 21v-7M16 14c-2 0-3-2-3-5s1.5-6 3-6 3 3 3 6-1 5-3 5Z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
};

export function BoxMark({ box }: { box: BoxKind }) {
  return (
    <svg viewBox="0 0 24 24" className="box-mark" aria-hidden="true" focusable="false">
      <path
        d={marks[box]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
