import type { Answer, Coding, ItemType, Questionnaire, QuestionnaireItem } from './questionnaire.ts';

/** By BCP 47 tag; '' is the Questionnaire's own wording. */
export type Translated = Readonly<Record<string, string>>;

/** A Questionnaire as read: checked, indexed, with what its extensions say in our own words. Immutable. */
export interface Form {
  /** As it came; exporting gives this back, equal as JSON. */
  readonly questionnaire: Questionnaire;
  readonly items: readonly FormItem[];
  readonly byLinkId: ReadonlyMap<string, FormItem>;
  /** BCP 47, the Questionnaire's own first. */
  readonly languages: readonly string[];
  /** True when something is a FHIRPath expression: then `evaluate` needs `Expressions`. */
  readonly needsExpressions: boolean;
  readonly title: Translated;
  /** Names that the circumstances may give a value, such as `patient` (SDC launchContext). */
  readonly launchContext: readonly string[];
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
}

export interface FormItem {
  readonly linkId: string;
  readonly type: ItemType;
  readonly source: QuestionnaireItem;
  readonly parent: FormItem | null;
  /** From the root, for messages: `item[2].item[0]`. */
  readonly path: string;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly minOccurs: number;
  readonly maxOccurs: number | null;
  readonly readOnly: boolean;
  readonly hidden: boolean;
  /** *Vil ikke svare* may be chosen. A required item may be declined only where this is so. */
  readonly mayDecline: boolean;
  /** Wording of the item, its number and its help, in all languages that it has. */
  readonly text: Translated;
  readonly prefix: Translated;
  /** `rendering-markdown` of the text. */
  readonly markdown: Translated;
  /** Wording of `sdf-sublabel`; what help items below the item say is in `ItemState.help`. */
  readonly sublabel: Translated;
  /** `entryFormat`: what to write, such as dd.mm.åååå. */
  readonly entryFormat: Translated;
  /** `repeatstext`: what the button says that adds one more. */
  readonly repeatsText: Translated;
  /** Label of the field for an answer that is not among the options. */
  readonly openLabel: Translated;
  /** SDC shortText: a name for a heading in a table. */
  readonly shortText: Translated;
  readonly control: Control;
  /** Help, unit, prompt or end label of the item above, which shows it; not shown by itself. */
  readonly partOfParent: boolean;
  readonly limits: Limits;
  readonly unit: string | null;
  /** What is stored with a quantity: the only unit, or those to choose from. */
  readonly unitOptions: readonly Coding[];
  readonly orientation: 'horizontal' | 'vertical' | null;
  /** Empty where there is nothing to choose from, or the choices are computed. */
  readonly options: readonly Option[];
  readonly toggles: readonly OptionsToggle[];
  /** `initial` and `initialSelected`. */
  readonly initial: readonly Answer[];
  readonly enableWhen: readonly Condition[];
  readonly enableBehavior: 'all' | 'any';
  readonly enableWhenExpression: string | null;
  readonly initialExpression: string | null;
  readonly calculatedExpression: string | null;
  /** Helsenorge's `sdf-` expressions start at the response, those of SDC at the item. */
  readonly calculatedFrom: 'item' | 'response';
  readonly answerExpression: string | null;
  /** `cqf-expression` of the text. */
  readonly textExpression: string | null;
  readonly minExpression: string | null;
  readonly maxExpression: string | null;
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
  readonly items: readonly FormItem[];
}

/** How it is asked for. */
export type Control =
  | 'default'
  | 'radio'
  | 'check-box'
  | 'drop-down'
  | 'autocomplete'
  | 'slider'
  | 'spinner'
  | 'text-area'
  | 'text-box'
  | 'page'
  | 'list'
  | 'header'
  | 'footer'
  | 'table'
  | 'grid'
  | 'inline'
  | 'flyover'
  | 'help'
  | 'prompt'
  | 'unit'
  | 'lower'
  | 'upper'
  | 'phone'
  | 'receipt';

export interface Limits {
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly decimals: number | null;
  /** For numbers, dates and times alike, as FHIR writes the value. */
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly step: number | null;
  readonly regex: string | null;
  /** What to say when the answer does not fit; by language, '' for the Questionnaire's own. */
  readonly message: Readonly<Record<string, string>>;
  readonly mimeTypes: readonly string[];
  readonly maxBytes: number | null;
}

export interface Option {
  /** As it is stored. */
  readonly answer: Answer;
  readonly text: Translated;
  readonly prefix: Translated;
  /** Chosen alone: *ingen av disse*. */
  readonly exclusive: boolean;
  readonly initial: boolean;
  /** Ordinal value or item weight; null when it has none. */
  readonly weight: number | null;
}

/** Options that are there only while the expression is true (SDC answerOptionsToggleExpression). */
export interface OptionsToggle {
  readonly options: readonly Answer[];
  readonly expression: string;
}

/** One `enableWhen`. */
export interface Condition {
  readonly question: string;
  readonly operator: Operator;
  readonly answer: Answer;
}
export const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;
export type Operator = (typeof operators)[number];

export interface Variable {
  readonly name: string;
  readonly expression: string;
}

export interface Constraint {
  readonly key: string;
  readonly expression: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Something wrong with the form itself. While there is one it can't be activated. */
export interface FormProblem {
  /** Stable, kebab-case: `linkid-duplicate`, `enable-when-loop`, `expression-invalid` … */
  readonly code: string;
  readonly linkId: string | null;
  readonly path: string;
  /** English, for authors: where, what was found, what was expected. */
  readonly message: string;
}

/** Something right that we do not do. */
export interface Unsupported {
  /** The element, or the address of the extension. */
  readonly feature: string;
  readonly linkId: string | null;
  readonly path: string;
  /** `blocks`: the form would mean something else without it, and can't be activated. `ignored`: only looks, or information, are lost. */
  readonly effect: 'blocks' | 'ignored';
  readonly message: string;
}

export interface FormReading {
  /** Null only when the JSON is no Questionnaire at all or too broken to index. */
  readonly form: Form | null;
  readonly problems: readonly FormProblem[];
  readonly unsupported: readonly Unsupported[];
  readonly canBeActivated: boolean;
}
