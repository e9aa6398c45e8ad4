import type { FormItem } from '../form.ts';
import { problem, type Reading } from './findings.ts';

/** A chain of conditions longer than this is refused: no form needs it, and it is followed by recursion. */
const longestChain = 500;

/**
 * Items that are asked for only if something is answered that is asked for only if they are. An item depends on the
 * questions of its conditions and on what it stands in. Without recursion, because chains may be as long as the form.
 */
export function checkLoops(
  reading: Reading,
  items: readonly FormItem[],
  byLinkId: ReadonlyMap<string, FormItem>,
): void {
  const length = new Map<FormItem, number>();
  const open = new Set<FormItem>();
  for (const first of items) {
    if (length.has(first)) continue;
    const stack: { item: FormItem; rest: FormItem[]; longest: number }[] = [];
    const enter = (item: FormItem): void => {
      open.add(item);
      stack.push({ item, rest: dependenciesOf(item, byLinkId), longest: 0 });
    };
    enter(first);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        stack.pop();
        open.delete(top.item);
        length.set(top.item, top.longest);
        if (top.longest === longestChain) tooLong(reading, top.item);
        const above = stack.at(-1);
        if (above) above.longest = Math.max(above.longest, top.longest + 1);
      } else if (open.has(next)) {
        loop(reading, stack.map(({ item }) => item).slice(stack.findIndex(({ item }) => item === next)));
      } else if (length.has(next)) {
        top.longest = Math.max(top.longest, (length.get(next) ?? 0) + 1);
      } else enter(next);
    }
  }
}

function dependenciesOf(item: FormItem, byLinkId: ReadonlyMap<string, FormItem>): FormItem[] {
  const questions = item.enableWhen.flatMap(({ question }) => byLinkId.get(question) ?? []);
  // A question asked below an answer may look at that answer: it is the way up already.
  return item.parent === null ? questions : [...questions, item.parent];
}

function loop(reading: Reading, items: readonly FormItem[]): void {
  const item = items.find((one) => one.enableWhen.length > 0) ?? items[0];
  if (item === undefined) return;
  const names = items.slice(0, 8).map((one) => JSON.stringify(one.linkId.slice(0, 60)));
  const message = `enableWhen goes in a ring: ${[...names, names[0]].join(' → ')}; expected an end.`;
  problem(reading, { linkId: item.linkId, path: `${item.path}.enableWhen` }, 'enable-when-loop', message);
}

function tooLong(reading: Reading, item: FormItem): void {
  const message = `enableWhen goes through more than ${longestChain} items; expected fewer.`;
  problem(reading, { linkId: item.linkId, path: `${item.path}.enableWhen` }, 'enable-when-chain', message);
}
