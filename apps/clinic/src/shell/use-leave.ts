import { useText } from '@skute/ui/i18n';
import { useSignOut } from '@skute/ui/session';
import { forgetDrafts } from '../data/drafts.ts';
import { forgetOutbox } from '../data/outbox.ts';
import { sayNotice } from '../parts/notices.tsx';
import { keepSearchText } from '../patients/search-wish.ts';
import { shellTexts } from './texts.ts';

/** Signs out, and leaves nothing of anybody on the machine. */
export function useLeave(): () => void {
  const t = useText(shellTexts);
  const { mutate } = useSignOut(async () => {
    forgetDrafts();
    forgetOutbox();
    keepSearchText('');
  });
  return () => mutate(undefined, { onError: () => sayNotice(t('notSignedOut'), 'trouble') });
}
