import {
  CheckmarkCircleIcon,
  ClockIcon,
  ExclamationmarkTriangleIcon,
  PaperplaneIcon,
} from '@navikt/aksel-icons';
import { type Delivery, type SentLine, sendPaperAgain } from '@skute/papers/contract';
import { Button } from '@skute/ui/base';
import { type Say, useText } from '@skute/ui/i18n';
import { ask } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayNotice } from '../parts/notices.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { type Here, spanInWords, timeTexts, whenInWords } from '../words/time-words.ts';
import { papersTexts } from './texts.ts';

const icons = {
  queued: ClockIcon,
  delivered: PaperplaneIcon,
  acknowledged: CheckmarkCircleIcon,
  failed: ExclamationmarkTriangleIcon,
} as const;

/** Where each copy is, in words, with how long it has been there. One that failed can be sent again. */
export function Deliveries({ treatmentId, line }: { treatmentId: string; line: SentLine }) {
  const t = useText(papersTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const again = useSendAgain(treatmentId, line.paperId);
  return (
    <ul className="deliveries">
      {line.deliveries.map((delivery) => {
        const Icon = icons[delivery.state];
        const name = delivery.to === 'record' ? t('record') : delivery.name;
        return (
          <li key={delivery.id} data-state={delivery.state}>
            <Icon aria-hidden="true" />
            <span>
              <strong>{name}:</strong> {stateInWords(delivery, t, time, here)}
            </span>
            {delivery.maySendAgain ? (
              <Button
                variant="secondary"
                aria-label={t('for', { act: t('again'), name })}
                onClick={() => again(delivery.id)}
              >
                {t('again')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

const reasons = [
  'refused-by-receiver',
  'unknown-receiver',
  'no-receipt',
  'not-handed-over',
  'not-readable',
] as const;

function stateInWords(
  { state, since, queuedAt, reason, receipt }: Delivery,
  t: Say<keyof typeof papersTexts.texts>,
  time: Say<keyof typeof timeTexts.texts>,
  here: Here,
): string {
  if (state === 'queued') return t('queued', { span: spanInWords(here.now - Date.parse(queuedAt), time) });
  const known = reasons.find((one) => one === reason);
  return [
    t(state, { when: whenInWords(since, here, time) }),
    known ? t(known) : '',
    receipt === null ? '' : t('receipt', { id: receipt }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function useSendAgain(treatmentId: string, paperId: string): (deliveryId: string) => void {
  const t = useText(papersTexts);
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ deliveryId, key }: { deliveryId: string; key: string }) =>
      ask(sendPaperAgain, { params: { treatmentId, paperId, deliveryId } }, { idempotencyKey: key }),
    retry: 2,
    onSuccess: async () => {
      sayNotice(t('againSaid'));
      await client.invalidateQueries({ queryKey: ['papers', treatmentId] });
      await client.invalidateQueries({ queryKey: ['sent-paper', treatmentId, paperId] });
    },
    onError: () => sayNotice(t('notNow'), 'trouble'),
  });
  return (deliveryId) => mutate({ deliveryId, key: crypto.randomUUID() });
}
