import type { PaperKind } from '@skute/papers/contract';
import { useNavigate } from '@tanstack/react-router';

/** To the list, to writing, to sending, or to what was sent: each an address. */
export function useToPapers(treatmentId: string) {
  const navigate = useNavigate();
  return (search: { write?: PaperKind; send?: true; paper?: string }): void =>
    void navigate({ to: '/treatments/$treatmentId/papers', params: { treatmentId }, search });
}
