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
  /** Ids of the forms; the Questionnaires themselves lie beside, in `forms/<id>.json`. */
  readonly forms: readonly string[];
  readonly measures: readonly MeasurementPoint[];
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

/**
 * When forms are to be answered. Days are days of the treatment: those in a pause don't count. An occurrence opens on
 * its date, should be answered by the end of its due date, and can be until the end of its last.
 */
export interface MeasurementPoint {
  readonly id: string;
  /** One sitting, in this order. */
  readonly forms: readonly string[];
  readonly when: Timing;
  /** Days after the opening; 0 is the same day. */
  readonly dueDays: number;
  /** Days after the opening; not less than `dueDays`. */
  readonly expireDays: number;
  /** Whether the clinic is told when it is overdue. */
  readonly flagWhenLate: boolean;
}

export type Timing =
  | { readonly day: number }
  /** Calendar months after the start; the last day of a shorter month. */
  | { readonly months: number }
  /** First on `fromDay`, not after `toDay`. */
  | { readonly everyDays: number; readonly fromDay: number; readonly toDay: number }
  /** Days after the patient was done with every visible step of the module. */
  | { readonly afterModule: string; readonly days: number }
  | { readonly afterStep: string; readonly days: number }
  /** Days after every form of another point's occurrence was answered; one for each such occurrence. */
  | { readonly afterPoint: string; readonly days: number }
  /** By a rule's `schedule`, or by a clinician. */
  | { readonly onDemand: true };

export type Condition =
  | { readonly day: number }
  | { readonly moduleDone: string }
  | { readonly stepDone: string }
  | { readonly silentDays: number }
  | { readonly daysLeft: number }
  | AnswerCondition
  /** An occurrence of the point is unanswered so many days after its due date. */
  | { readonly late: { readonly point: string; readonly days: number } };

/** Comes true with an answered form, and each time anew. */
export type AnswerCondition =
  | { readonly formSent: string }
  /** One of the answers to the item, as a code, number or boolean. */
  | {
      readonly answer: {
        readonly form: string;
        readonly item: string;
        readonly is: string | number | boolean;
      };
    }
  | {
      readonly score: {
        readonly form: string;
        readonly score: string;
        readonly atLeast?: number;
        readonly atMost?: number;
      };
    }
  /** Better and worse by the instrument's own direction. */
  | {
      readonly change: {
        readonly form: string;
        readonly score: string;
        readonly worseBy?: number;
        readonly betterBy?: number;
        readonly since: 'first' | 'last';
      };
    };

export const raisedFlags = [
  'follow-up-call',
  'no-activity',
  'time-ending',
  'form-saved',
  'late-form',
  'score-worse',
  'safety-answer',
  'contact-wish',
  'fodmap-wish',
] as const;
export type RaisedFlag = (typeof raisedFlags)[number];

export type Effect =
  | { readonly open: string }
  | { readonly show: string }
  | { readonly hide: string }
  | { readonly showModule: string }
  | { readonly hideModule: string }
  /** Opens an `onDemand` measurement point, on the day it fires. */
  | { readonly schedule: string }
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
  readonly measures: Record<string, { readonly title: string; readonly why: string }>;
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
