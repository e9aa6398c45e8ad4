/** Evaluating makes every state anew. What says the same as before keeps its identity, so that only what changed is drawn. */
import type { ItemState } from '@skute/forms/rules';

export function steadyStates(
  before: readonly ItemState[],
  after: readonly ItemState[],
): readonly ItemState[] {
  const known = new Map(before.map((state) => [state.key, state]));
  const states = after.map((state) => steadyState(known.get(state.key), state));
  const same = states.length === before.length && states.every((state, place) => state === before[place]);
  return same ? before : states;
}

function steadyState(before: ItemState | undefined, after: ItemState): ItemState {
  if (!before) return after;
  const items = steadyStates(before.items, after.items);
  const state = { ...after, items };
  const fields = Object.keys(state) as (keyof ItemState)[];
  return fields.every((field) => sameValue(before[field], state[field])) ? before : state;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => sameValue(left[key], right[key]));
}
