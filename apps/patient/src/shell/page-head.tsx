import { PageHeading } from '@skute/ui/base';
import { Boat, type BoatState } from '@skute/ui/boat';
import type { ReactNode } from 'react';

interface PageHeadProps {
  /** Absent where the programme has switched the motif off. */
  readonly boat?: BoatState | undefined;
  readonly moving?: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** Tells pages apart that share an address. */
  readonly page?: string;
}

/** The tinted head of a page: the boat, the heading, and a sentence. */
export function PageHead({ boat, moving = false, title, children, page = '' }: PageHeadProps) {
  return (
    <div className="greeting">
      {boat ? <Boat state={boat} moving={moving} /> : null}
      <div>
        <PageHeading page={page}>{title}</PageHeading>
        {children ? <p>{children}</p> : null}
      </div>
    </div>
  );
}
