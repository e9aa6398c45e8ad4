/** A form in parts of a size that a phone holds: 3–7 questions on a page, or one by one. Pure. */
import type { ItemState } from '@skute/forms/rules';

export type Pace = 'groups' | 'one';

export interface Part {
  /** The groups that the questions stand in, outermost first. */
  readonly around: readonly ItemState[];
  readonly items: readonly ItemState[];
}

const most = 7;

/**
 * Where the form is divided depends on the form and not on the answers, so that no part moves while it is filled in. A part
 * in which nothing is seen is left out when they are counted and leafed through.
 */
export function partsOf(items: readonly ItemState[], pace: Pace): readonly Part[] {
  return divide(items, [], pace === 'one' ? 1 : most);
}

function divide(items: readonly ItemState[], around: readonly ItemState[], size: number): Part[] {
  const parts: Part[] = [];
  let loose: ItemState[] = [];
  const close = (): void => {
    parts.push(...inPieces(loose, size).map((piece) => ({ around, items: piece })));
    loose = [];
  };
  for (const item of items) {
    if (item.item.partOfParent) continue;
    if (!isDivided(item)) {
      loose.push(item);
      continue;
    }
    close();
    parts.push(...divide(item.items, [...around, item], size));
  }
  close();
  return parts;
}

/** A group that repeats, or is a table, stays in one piece. */
function isDivided({ item }: ItemState): boolean {
  return item.type === 'group' && !item.repeats && item.control !== 'table' && item.control !== 'grid';
}

/** Pieces of about the same length. What only comes after another answer goes with the question before it. */
function inPieces(items: readonly ItemState[], size: number): ItemState[][] {
  // The times of a group that repeats stay together: one more may come at any moment.
  const isNext = (item: ItemState, place: number): boolean =>
    asksAlways(item) && items[place - 1]?.item !== item.item;
  const total = items.filter(isNext).length;
  if (total === 0) return items.length === 0 ? [] : [[...items]];
  const length = Math.ceil(total / Math.ceil(total / size));
  const pieces: ItemState[][] = [[]];
  let asked = 0;
  for (const [place, item] of items.entries()) {
    if (isNext(item, place)) {
      if (asked === length) {
        const carried = trailingWords(pieces.at(-1) ?? []);
        pieces.push(carried);
        asked = 0;
      }
      asked += 1;
    }
    pieces.at(-1)?.push(item);
  }
  return pieces;
}

/** Words that stand before a question belong to it: they move with it to the next piece. */
function trailingWords(piece: ItemState[]): ItemState[] {
  const carried: ItemState[] = [];
  while (piece.length > 1 && piece.at(-1)?.item.type === 'display' && !isConditional(piece.at(-1))) {
    const [words] = piece.splice(-1);
    if (words) carried.unshift(words);
  }
  return carried;
}

function asksAlways(state: ItemState): boolean {
  return state.item.type !== 'display' && !state.item.hidden && !isConditional(state);
}

function isConditional(state: ItemState | undefined): boolean {
  if (!state) return false;
  return state.item.enableWhen.length > 0 || state.item.enableWhenExpression !== null;
}

export function isSeen(part: Part): boolean {
  return part.items.some((state) => state.visible);
}

/** The questions of a part, those inside its groups too. */
export function questionsIn(states: readonly ItemState[]): ItemState[] {
  return states.flatMap((state) => {
    if (!state.visible || state.item.type === 'display') return [];
    const own = state.item.type === 'group' ? [] : [state];
    return [...own, ...questionsIn(state.items)];
  });
}

/** Where a question is asked, as the address has it; the first part when it is nowhere. */
export function partOf(parts: readonly Part[], key: string): number {
  const place = parts.findIndex(({ items }) => holds(items, key));
  return Math.max(0, place) + 1;
}

function holds(states: readonly ItemState[], key: string): boolean {
  return states.some((state) => state.key === key || holds(state.items, key));
}
