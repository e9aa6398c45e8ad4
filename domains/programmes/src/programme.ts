/** What a programme is once read: the types that the package reader makes, the server stores and the apps show. Browser-safe. */

export const languages = ['nb', 'nn', 'sv', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];

/** How much of a programme exists in a language: every page, or titles and summaries only. */
export type Coverage = 'full' | 'summary';

export interface Programme {
  readonly id: string;
  readonly version: string;
  /** `example` content is labelled so wherever it is shown. */
  readonly status: 'example' | 'reviewed';
  readonly languages: Partial<Record<Language, Coverage>>;
  readonly licence: string;
  readonly clinicalOwner: { readonly name: string; readonly role: string };
  /** Recommended length in days, counted from the start of the treatment. */
  readonly days: number;
  readonly invitationDays: number;
  readonly maintenanceDays: number;
  readonly motif: 'boat' | 'none';
  readonly eligibility: readonly EligibilityLine[];
  readonly modules: readonly Module[];
  readonly rules: readonly Rule[];
  readonly texts: Partial<Record<Language, Texts>>;
}

export type EligibilityLine =
  | { readonly id: string; readonly kind: 'age'; readonly atLeast: number; readonly exceptionFrom?: number }
  | { readonly id: string; readonly kind: 'confirm' };

export interface Module {
  readonly id: string;
  /** At the start of a treatment. */
  readonly access: 'open' | 'closed';
  readonly optional: boolean;
  /** Hidden, with all its steps, until shown for one patient. */
  readonly hidden: boolean;
  /** Recommended days, for the clinician only. Nothing closes at zero. */
  readonly days: number;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id: string;
  readonly minutes: number;
  /** Hidden until shown for one patient. */
  readonly hidden: boolean;
}

export type Condition =
  | { readonly day: number }
  | { readonly moduleDone: string }
  | { readonly stepDone: string }
  | { readonly silentDays: number }
  | { readonly daysLeft: number };

export type RaisedFlag = 'follow-up-call' | 'no-activity' | 'time-ending';

export type Effect =
  | { readonly open: string }
  | { readonly show: string }
  | { readonly hide: string }
  | { readonly showModule: string }
  | { readonly hideModule: string }
  | { readonly flag: RaisedFlag };

export interface Rule {
  readonly id: string;
  readonly when: Condition;
  readonly then: readonly Effect[];
}

export interface Texts {
  readonly programme: { readonly title: string; readonly summary: string; readonly welcome: string };
  readonly eligibility: Record<string, { readonly question: string; readonly help: string }>;
  readonly modules: Record<string, { readonly title: string; readonly summary: string }>;
  readonly sections: Record<string, { readonly title: string }>;
  readonly rules: Record<string, { readonly because: string }>;
  readonly media: Record<string, { readonly title?: string; readonly alt: string }>;
}

/** One step in one language. `blocks` is absent where the language has titles and summaries only. */
export interface StepPage {
  readonly stepId: string;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly blocks?: readonly Block[];
}

export type BoxKind = 'fact' | 'try' | 'care' | 'recipe' | 'foods' | 'more';

export type Block =
  | { readonly kind: 'heading'; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string }
  | {
      readonly kind: 'film';
      readonly title: string;
      readonly alt: string;
      readonly sources: readonly { readonly file: string; readonly type: string }[];
      readonly captions: string;
      readonly poster?: string;
      readonly transcript: readonly Block[];
    }
  | {
      readonly kind: 'breathing';
      readonly inSeconds: number;
      readonly outSeconds: number;
      readonly rounds: number;
    }
  | {
      readonly kind: 'box';
      readonly box: BoxKind;
      readonly title: string;
      readonly blocks: readonly Block[];
    };

export type Inline =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'strong'; readonly text: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly text: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly text: readonly Inline[] }
  | { readonly kind: 'break' };

/** Every step in the order in which it is first visited. */
export function stepsInOrder(
  programme: Pick<Programme, 'modules'>,
): { step: Step; module: Module; section: Section }[] {
  return programme.modules.flatMap((module) =>
    module.sections.flatMap((section) => section.steps.map((step) => ({ step, module, section }))),
  );
}
