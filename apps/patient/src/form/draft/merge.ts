/** Two versions of the same form, question by question. Pure. */
import type { Answer, ItemState, QuestionnaireResponse } from '@skute/forms/rules';
import { questionsIn } from '../parts.ts';
import type { ReadyForm } from '../ready-form.ts';

export interface Difference {
  readonly key: string;
  /** Null where that version does not ask for it. */
  readonly here: ItemState | null;
  readonly there: ItemState | null;
}

export function differencesOf(
  { engine, form, circumstances }: ReadyForm,
  here: QuestionnaireResponse,
  there: QuestionnaireResponse,
): readonly Difference[] {
  const [mine, theirs] = [here, there].map(
    (response) =>
      new Map(
        questionsIn(engine.evaluate(form, response, circumstances).items)
          .filter(({ readOnly }) => !readOnly)
          .map((state) => [state.key, state]),
      ),
  );
  const keys = [...new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const both = { key, here: mine?.get(key) ?? null, there: theirs?.get(key) ?? null };
    return isSame(engine, both.here, both.there) ? [] : [both];
  });
}

/** The first version, with the answers of the second at the keys given. */
export function merged(
  { engine, form }: ReadyForm,
  here: QuestionnaireResponse,
  differences: readonly Difference[],
  fromThere: ReadonlySet<string>,
): QuestionnaireResponse {
  return differences
    .filter(({ key }) => fromThere.has(key))
    .reduce((response, { key, there }) => {
      if (there?.declined) return engine.withDeclined(form, response, key, true);
      return engine.withAnswer(form, response, key, there?.answers ?? []);
    }, here);
}

function isSame({ sameAnswer }: ReadyForm['engine'], a: ItemState | null, b: ItemState | null): boolean {
  const [mine, theirs] = [answersIn(a), answersIn(b)];
  return (
    (a?.declined ?? false) === (b?.declined ?? false) &&
    mine.length === theirs.length &&
    mine.every((answer, place) => sameAnswer(answer, theirs[place] ?? {}))
  );
}

const answersIn = (state: ItemState | null): readonly Answer[] => state?.answers ?? [];
