import type { ItemState } from '@skute/forms/rules';
import { useLooks } from './looks.ts';

/** What the two ends of a scale mean, in words. */
export function ScaleEnds({ state }: { state: ItemState }) {
  const { lang } = useLooks();
  if (state.lower === null && state.upper === null) return null;
  return (
    <div className="scale-ends" lang={lang}>
      <span>{state.lower}</span>
      <span>{state.upper}</span>
    </div>
  );
}
