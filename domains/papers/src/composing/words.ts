import type { Language } from '@skute/access/contract';
import type { TreatmentStatus } from '@skute/treatment/contract';
import type { PaperKind, PaperPart } from '../contract.ts';
import { en } from './words-en.ts';
import { nb } from './words-nb.ts';
import { nn } from './words-nn.ts';
import { sv } from './words-sv.ts';

/** Every word that is ours in a paper. A paper is read by professionals who know nothing of this system. */
export interface PaperWords {
  readonly titles: Record<PaperKind, string>;
  readonly parts: Record<PaperPart, string>;
  readonly labels: {
    readonly patient: string;
    readonly born: string;
    readonly programme: string;
    readonly period: string;
    readonly status: string;
    readonly writer: string;
    readonly written: string;
  };
  readonly statuses: Record<TreatmentStatus, string>;
  readonly numbers: Record<'fnr' | 'dnr' | 'personnummer' | 'samordningsnummer', string>;
  readonly period: (from: string, to: string | null) => string;
  readonly dayOf: (status: string, day: number, days: number) => string;
  readonly modules: {
    readonly title: string;
    readonly none: string;
    readonly finished: string;
    readonly begun: (steps: number, of: number) => string;
    readonly notBegun: string;
  };
  readonly measures: {
    readonly title: string;
    readonly none: string;
    readonly moment: string;
    readonly date: string;
    readonly value: string;
    readonly band: string;
    readonly change: string;
    readonly fall: (points: number) => string;
    readonly first: string;
    readonly last: string;
    readonly dueOn: (date: string) => string;
    readonly of: (value: string, max: string) => string;
    readonly notAnswered: string;
    readonly notAnsweredYet: string;
    readonly notScored: (missing: number) => string;
    readonly lower: (points: string) => string;
    readonly higher: (points: string) => string;
    readonly same: string;
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
    readonly direction: Record<'lower-is-better' | 'higher-is-better', (min: number, max: number) => string>;
    readonly limits: (customary: number, proposed: number) => string;
    readonly notValidated: string;
    readonly answeredTimes: (times: number) => string;
  };
  /** By the ids in `domains/forms/src/instruments`; an unknown one is shown as it is. */
  readonly bands: Readonly<Record<string, string>>;
  readonly summary: {
    readonly started: (at: Place & { readonly weeks: number }) => string;
    readonly following: (at: Place & { readonly day: number; readonly days: number }) => string;
    readonly followed: (at: Place & { readonly to: string }) => string;
    readonly modules: (finished: number, opened: number) => string;
    readonly atStart: (form: string, value: string) => string;
    readonly course: (form: string, first: string, last: string, change: string) => string;
    readonly notAnswered: (form: string) => string;
    readonly notAnsweredSince: (form: string, first: string) => string;
    readonly responder: (customary: Limit, proposed: Limit) => string;
  };
  readonly contact: {
    readonly title: string;
    readonly unit: (unit: string) => string;
    readonly clinician: (name: string) => string;
  };
  readonly example: string;
}

/** Where and since when the patient follows which programme. */
interface Place {
  readonly programme: string;
  readonly unit: string;
  readonly on: string;
}

interface Limit {
  readonly points: number;
  readonly reached: boolean;
}

const words: Readonly<Record<Language, PaperWords>> = { nb, nn, sv, en };

export function wordsIn(language: Language): PaperWords {
  return words[language];
}
