/**
 * How the cards of Today are laid out: forms to answer first, then the one next step, and parts that opened for one reason
 * as one card. Pure.
 */
import type { TodayCard } from '@skute/treatment/contract';

type Opened = Extract<TodayCard, { kind: 'opened' }>;
export type ShownCard =
  | Exclude<TodayCard, Opened>
  | (Omit<Opened, 'title'> & { readonly titles: readonly string[] });

export function arranged(cards: readonly TodayCard[]): ShownCard[] {
  const forms = cards.filter((card) => card.kind === 'forms-due');
  const next = cards.filter((card) => card.kind === 'next-step');
  const others = cards.filter(({ kind }) => kind !== 'forms-due' && kind !== 'next-step');
  return others.reduce<ShownCard[]>(withCard, [...forms, ...next]);
}

/** What takes the fewest minutes, for who has been away: a long form can wait for a day when there is more to give. */
export function smallestNext(cards: readonly TodayCard[]): ShownCard[] {
  const all = arranged(cards);
  const timed = all.filter((card) => card.kind === 'forms-due' || card.kind === 'next-step');
  return timed.length > 0 ? timed.toSorted((a, b) => a.minutes - b.minutes).slice(0, 1) : all.slice(0, 1);
}

function withCard(before: ShownCard[], card: TodayCard): ShownCard[] {
  if (card.kind !== 'opened') return [...before, card];
  const { title, ...rest } = card;
  const alike = before.find((one) => one.kind === 'opened' && one.because.text === card.because.text);
  if (alike?.kind !== 'opened') return [...before, { ...rest, titles: [title] }];
  return before.map((one) => (one === alike ? { ...alike, titles: [...alike.titles, title] } : one));
}
