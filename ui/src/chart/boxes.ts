/** Rectangles and widths of text, in px. y is downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A little more than Source Sans and Noto Sans take, so that no label is cut in a fallback font. */
const widthOfCharacter = 0.56;

export const textWidth = (text: string, size: number): number => [...text].length * size * widthOfCharacter;

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const inside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

export const around = ({ x, y }: Spot, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** Whether a straight line goes through the box. Steps of a fortieth are finer than any label. */
export function crosses(from: Spot, to: Spot, box: Box): boolean {
  return Array.from({ length: 41 }, (_, step) => step / 40).some((share) =>
    overlap(around({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 1), box),
  );
}

/** Words in lines of at most so many px; a word that is wider has a line of its own. */
export function wrapWords(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
