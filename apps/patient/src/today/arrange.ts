/** How the cards of Today are laid out: the one next thing first, and parts that opened for one reason as one card. Pure. */
import type { TodayCard } from '@skute/treatment/contract';

type Opened = Extract<TodayCard, { kind: 'opened' }>;
export type ShownCard =
  | Exclude<TodayCard, Opened>
  | (Omit<Opened, 'title'> & { readonly titles: readonly string[] });

export function arranged(cards: readonly TodayCard[]): ShownCard[] {
  const next = cards.filter((card) => card.kind === 'next-step');
  const others = cards.filter((card) => card.kind !== 'next-step');
  return others.reduce<ShownCard[]>(withCard, [...next]);
}

function withCard(before: ShownCard[], card: TodayCard): ShownCard[] {
  if (card.kind !== 'opened') return [...before, card];
  const { title, ...rest } = card;
  const alike = before.find((one) => one.kind === 'opened' && one.because.text === card.because.text);
  if (alike?.kind !== 'opened') return [...before, { ...rest, titles: [title] }];
  return before.map((one) => (one === alike ? { ...alike, titles: [...alike.titles, title] } : one));
}
