import { windClock } from '@skute/clinics/contract';
import { dayOfInstant, timeOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { ask } from '@skute/ui/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayNotice } from '../parts/notices.tsx';
import { useClinician } from './clinic-session.ts';
import { shellTexts } from './texts.ts';

/** Practice mode: winds the unit's clock forward a number of days, reads everything again, and says what time it is. */
export function useWindClock(): (days: number) => void {
  const t = useText(shellTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const { timeZone } = useClinician().session.unit;
  const { mutate } = useMutation({
    mutationFn: ({ days, key }: { days: number; key: string }) =>
      ask(windClock, { body: { forwardHours: days * 24 } }, { idempotencyKey: key }),
    onSuccess: async ({ unitNow }) => {
      await client.invalidateQueries();
      const day = dayOfInstant(unitNow, timeZone, language);
      sayNotice(t('wound', { day, time: timeOfInstant(unitNow, timeZone, language) }));
    },
    onError: () => sayNotice(t('notWound'), 'trouble'),
  });
  return (days) => mutate({ days, key: crypto.randomUUID() });
}
