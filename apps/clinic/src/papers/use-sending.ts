import {
  type PaperDraft,
  type PaperKind,
  type Recipient,
  type SentLine,
  sendPaper,
} from '@skute/papers/contract';
import { ask, Refusal } from '@skute/ui/session';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

export type Sending =
  | { readonly kind: 'sent'; readonly line: SentLine }
  /** It no longer says what was read. */
  | { readonly kind: 'changed' | 'refused' | 'unanswered' };

/** One key for one paper to the same receivers, until it is answered: trying again is not sending twice. */
export function useSendPaper(treatmentId: string, kind: PaperKind) {
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return async (draft: PaperDraft, fingerprint: string, recipients: Recipient[]): Promise<Sending> => {
    const body = { basedOn: draft.number, language: draft.paper.language, fingerprint, recipients };
    const act = JSON.stringify(body);
    const key = keys.current.get(act) ?? crypto.randomUUID();
    keys.current.set(act, key);
    try {
      const line = await ask(sendPaper, { params: { treatmentId, kind }, body }, { idempotencyKey: key });
      await client.invalidateQueries({ queryKey: ['papers', treatmentId] });
      client.removeQueries({ queryKey: ['paper-draft', treatmentId, kind] });
      return { kind: 'sent', line };
    } catch (error) {
      if (!(error instanceof Refusal)) return { kind: 'unanswered' };
      keys.current.delete(act);
      await client.invalidateQueries({ queryKey: ['paper-draft', treatmentId, kind] });
      await client.invalidateQueries({ queryKey: ['paper-preview', treatmentId, kind] });
      return { kind: error.problem.status === 409 || error.problem.status === 412 ? 'changed' : 'refused' };
    }
  };
}
