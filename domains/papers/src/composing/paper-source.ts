import type { Language } from '@skute/access/contract';
import type { ScoredResponse } from '@skute/forms';
import type { Identity } from '@skute/identity';
import type { ViewSource } from '@skute/treatment';

/** Everything that a paper is made of. Its language is that of the view. */
export interface PaperSource {
  readonly view: ViewSource;
  /** Oldest first. */
  readonly responses: readonly ScoredResponse[];
  readonly patient: Pick<Identity, 'given' | 'family' | 'born' | 'number' | 'numberKind'>;
  /** Who is writing, as the reader is to know them. */
  readonly writer: string;
}

export function inLanguage(source: PaperSource, language: Language): PaperSource {
  return { ...source, view: { ...source.view, language } };
}
