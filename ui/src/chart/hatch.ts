import type { Box } from './boxes.ts';

/** Lines from lower left to upper right, `apart` px from each other, cut off at the box; as the `d` of a path. */
export function hatch({ left, top, right, bottom }: Box, apart: number): string {
  const height = bottom - top;
  const lines: string[] = [];
  for (let start = left - height + apart / 2; start < right; start += apart) {
    const from = Math.max(start, left);
    const to = Math.min(start + height, right);
    if (to <= from) continue;
    lines.push(`M${px(from)} ${px(bottom - (from - start))}L${px(to)} ${px(bottom - (to - start))}`);
  }
  return lines.join('');
}

/** A tenth of a px is enough. */
export const px = (length: number): number => Math.round(length * 10) / 10;
