/** A programme's page as React: one switch over the kinds of block, and no HTML from outside anywhere. */
import type { Block } from '@skute/programmes/rules';
import type { ReactNode } from 'react';
import { Blocks } from './blocks.tsx';
import { ContentPlace, type LinkDrawer } from './place.ts';
import type { TickList } from './ticks.ts';

export interface PageContentProps {
  readonly blocks: readonly Block[];
  /** The language the page is written in. */
  readonly language: string;
  /** The programme version whose media it shows. */
  readonly versionId: string;
  readonly dark: boolean;
  readonly online?: boolean;
  /** The patient's own ticks on this page; absent where ticking makes no sense, as in the clinic's preview. */
  readonly ticks?: TickList;
  /** Draws a link to another step. */
  readonly stepLink: LinkDrawer;
  readonly children?: ReactNode;
}

export function PageContent({ blocks, language, children, ...place }: PageContentProps) {
  return (
    <ContentPlace value={{ online: true, language, Blocks, ...place }}>
      <div className="content" lang={language}>
        <Blocks blocks={blocks} place="p" />
        {children}
      </div>
    </ContentPlace>
  );
}
