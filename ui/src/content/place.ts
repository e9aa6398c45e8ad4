import type { Block } from '@skute/programmes/rules';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { TickList } from './ticks.ts';

export type LinkDrawer = (stepId: string, children: ReactNode) => ReactNode;

/** Draws blocks within blocks. Handed down, so that the kinds of block need not import what imports them. */
export type DrawBlocks = ComponentType<{ readonly blocks: readonly Block[]; readonly place: string }>;

/** What the blocks of a page need to know about where they stand. */
export interface Place {
  readonly versionId: string;
  readonly language: string;
  readonly dark: boolean;
  readonly online: boolean;
  readonly ticks?: TickList | undefined;
  readonly stepLink: LinkDrawer;
  readonly Blocks: DrawBlocks;
}

const Context = createContext<Place | undefined>(undefined);
export const ContentPlace = Context.Provider;

export function usePlace(): Place {
  const place = useContext(Context);
  if (!place) throw new Error('A block was drawn outside PageContent');
  return place;
}

/** Pictures are coloured by the server for the screen they are shown on. */
export function mediaAddress({ versionId, dark }: Pick<Place, 'versionId' | 'dark'>, file: string): string {
  return `/api/media/${encodeURIComponent(versionId)}/${encodeURIComponent(file)}?theme=${dark ? 'dark' : 'light'}`;
}
