/** The order of the worklist as it was left, to go from one patient to the next without coming back to it. */
let order: readonly string[] = [];

export function rememberWalk(treatmentIds: readonly string[]): void {
  order = treatmentIds;
}

/** Where there is no list yet, or the patient is not in it, one starts at the top of the one that is read now. */
export async function nextInWalk(
  from: string,
  step: 1 | -1,
  readList: () => Promise<readonly string[]>,
): Promise<string | undefined> {
  if (!order.includes(from)) order = await readList();
  const at = order.indexOf(from);
  return at < 0 ? order.find((id) => id !== from) : order[at + step];
}
