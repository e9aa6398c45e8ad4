import type { PaperKind, PaperLine } from '@skute/papers/contract';

/** Named here too, so that an address can be read before the contract has been loaded. */
export const paperKinds = [
  'start-note',
  'gp-letter-3-months',
  'gp-letter-end',
  'end-note',
] as const satisfies readonly PaperKind[];

/** Letters go to the patient's doctor; notes stay at the clinic. */
export function isLetter(kind: PaperKind): boolean {
  return kind === 'gp-letter-3-months' || kind === 'gp-letter-end';
}

/** What it is time for comes first, then what is begun. */
export function inOrder(kinds: readonly PaperLine[]): PaperLine[] {
  const weight = ({ proposed, draft }: PaperLine): number => (proposed ? 0 : draft ? 1 : 2);
  return kinds.toSorted((a, b) => weight(a) - weight(b));
}
