import { undoLatest } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useNavigate } from '@tanstack/react-router';
import { askForSearch } from '../patients/search-wish.ts';
import { useClinician } from '../shell/clinic-session.ts';
import { shellTexts } from '../shell/texts.ts';
import { useWindClock } from '../shell/wind-clock.ts';
import { useActs } from './acts.ts';
import { keyTexts } from './texts.ts';

/** What can be done from anywhere. The keys are the same in every language. */
export function useGlobalActs(showSheet: () => void): void {
  const t = useText(shellTexts);
  const k = useText(keyTexts);
  const navigate = useNavigate();
  const { session } = useClinician();
  const wind = useWindClock();
  const search = (): void => {
    askForSearch();
    void navigate({ to: '/patients' });
  };
  useActs([
    {
      id: 'worklist',
      label: t('worklist'),
      keys: 'G A',
      group: 'go',
      run: () => void navigate({ to: '/worklist' }),
    },
    {
      id: 'patients',
      label: t('patients'),
      keys: 'G P',
      group: 'go',
      run: () => void navigate({ to: '/patients' }),
    },
    {
      id: 'programmes',
      label: t('programmes'),
      keys: 'G R',
      group: 'go',
      run: () => void navigate({ to: '/programmes' }),
    },
    {
      id: 'invite',
      label: t('invite'),
      keys: 'G I',
      group: 'go',
      run: () => void navigate({ to: '/invite' }),
    },
    { id: 'search', label: k('search'), keys: '/', group: 'always', run: search },
    {
      id: 'undo-latest',
      label: k('undoLatest'),
      keys: 'Ctrl Z',
      group: 'always',
      run: () => void undoLatest(),
    },
    { id: 'sheet', label: t('shortcuts'), keys: '?', group: 'always', run: showSheet },
    ...(session.practice
      ? [1, 7].map((days) => ({
          id: `wind-${days}`,
          label: t('wind', { count: days }),
          group: 'always' as const,
          run: () => wind(days),
        }))
      : []),
  ]);
}
