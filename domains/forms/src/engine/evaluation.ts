import type { FormItem, Limits, Option } from './form.ts';
import type { Answer, QuestionnaireResponse } from './questionnaire.ts';

/** Form and answers at a moment: what is seen, what is calculated, and what is wrong. Made anew at each change. */
export interface Evaluation {
  /** Visible or not, in the form's order. */
  readonly items: readonly ItemState[];
  /** What stands in the way of sending. */
  readonly problems: readonly AnswerProblem[];
  /** Constraints of severity `warning`: to be said, but sending is possible. */
  readonly warnings: readonly AnswerProblem[];
  /** As it would be kept: hidden answers dropped, calculated ones in, in the form's order. */
  readonly response: QuestionnaireResponse;
}

/** One item, or one time of an item that repeats. */
export interface ItemState {
  /** Unique in the response and steady while it is filled in: `pain`, `medicine:2/dose`. */
  readonly key: string;
  readonly item: FormItem;
  /** Enabled, and neither it nor anything round it hidden. */
  readonly visible: boolean;
  readonly enabled: boolean;
  readonly readOnly: boolean;
  readonly required: boolean;
  readonly declined: boolean;
  readonly answers: readonly Answer[];
  /** Of the item, with what its expressions for least and greatest value give now. */
  readonly limits: Limits;
  /** Those of the item that may be chosen now, or what its answerExpression gives. `inLanguage(option.text, …)` says them. */
  readonly options: readonly Option[];
  /** Text, after cqf-expression when it has one; in the language asked for. */
  readonly text: string;
  readonly prefix: string | null;
  readonly help: string | null;
  /** Shown beside the field, at the ends of a slider, and as a hint in an empty field. */
  readonly unit: string | null;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly prompt: string | null;
  /** One more of it may be added; this one may be taken away. */
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
  readonly problems: readonly AnswerProblem[];
  readonly items: readonly ItemState[];
}

/** Something wrong with an answer. Never holds the answer itself. */
export interface AnswerProblem {
  readonly key: string;
  readonly linkId: string;
  readonly code:
    | 'required'
    | 'wrong-type'
    | 'too-long'
    | 'too-short'
    | 'too-small'
    | 'too-large'
    | 'too-many-decimals'
    | 'not-an-option'
    | 'not-matching'
    | 'too-few'
    | 'too-many'
    | 'not-allowed-together'
    | 'constraint'
    | 'not-declinable'
    | 'unknown-item'
    | 'misplaced-item'
    | 'read-only'
    | 'not-a-date'
    | 'attachment';
  /** A kind of thing, such as `a text of 300 characters`. */
  readonly found: string;
  readonly expected: string;
  /** The form's own sentence, when it has one. */
  readonly message: string | null;
}

/** FHIRPath, given from outside so that a form without expressions needs none of it. */
export interface Expressions {
  /** Throws when the expression is not FHIRPath, or uses what a form may not use. */
  check(expression: string): void;
  /** `focus` is a QuestionnaireResponse or an item of one. Throws when the expression does not work on it. */
  evaluate(
    expression: string,
    focus: unknown,
    variables: Readonly<Record<string, unknown>>,
    at?: Moment,
  ): unknown[];
}

/** What an expression may ask for besides its variables. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
  /** For `weight()` and `ordinal()`. */
  readonly weightOf: (linkId: string, answer: Readonly<Record<string, unknown>>) => number | null;
}

export interface Circumstances {
  readonly language: string;
  /** For `today()` and `now()`: epoch milliseconds, with the zone in which days are counted. */
  readonly now: number;
  readonly timeZone: string;
  /** Absent: forms that need them are refused by `evaluate`. */
  readonly expressions?: Expressions;
  /** `%patient` and other launch context. */
  readonly context?: Readonly<Record<string, unknown>>;
}
