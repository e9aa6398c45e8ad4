import { Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** One sentence on what will come here, and one thing to do. Never a bare "no data". */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <Paragraph>{children}</Paragraph>
      {action}
    </div>
  );
}
