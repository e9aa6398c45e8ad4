import type { Language } from '@skute/access/contract';
import { isoInstant } from '@skute/platform/time';
import type { z } from 'zod';
import type { Because } from '../contract.ts';
import type { Why } from '../course.ts';
import type { EventKind } from '../facts.ts';
import { textsFor, type ViewSource } from './source.ts';

/**
 * Why, in one sentence in the reader's language. A rule has the author's; a clinician the reason that she gave, which
 * she is told is for the patient to read; without one it is said neutrally who did it.
 */
export function becauseOf(source: ViewSource, why: Why | null): z.output<typeof Because> | null {
  if (why === null) return null;
  const at = isoInstant(why.at);
  if (why.by === 'rule') {
    return { rule: why.rule, text: textsFor(source).rules[why.rule]?.because ?? '', by: 'rule', at };
  }
  const text = why.reason ?? sentences[why.act]?.[source.language] ?? '';
  return { rule: null, text, by: 'clinician', at };
}

const waits = {
  nb: 'Klinikken venter med å åpne denne delen.',
  nn: 'Klinikken ventar med å opne denne delen.',
  sv: 'Kliniken väntar med att öppna den här delen.',
  en: 'The clinic is waiting to open this part.',
};

const sentences: Partial<Record<EventKind, Record<Language, string>>> = {
  'module-opened': {
    nb: 'Klinikken har åpnet denne delen for deg.',
    nn: 'Klinikken har opna denne delen for deg.',
    sv: 'Kliniken har öppnat den här delen för dig.',
    en: 'The clinic has opened this part for you.',
  },
  'module-closed': {
    nb: 'Klinikken har lukket denne delen inntil videre.',
    nn: 'Klinikken har lukka denne delen inntil vidare.',
    sv: 'Kliniken har stängt den här delen tills vidare.',
    en: 'The clinic has closed this part for now.',
  },
  'module-shown': {
    nb: 'Klinikken har lagt til denne delen for deg.',
    nn: 'Klinikken har lagt til denne delen for deg.',
    sv: 'Kliniken har lagt till den här delen för dig.',
    en: 'The clinic has added this part for you.',
  },
  'module-hidden': {
    nb: 'Klinikken har tatt bort denne delen for deg.',
    nn: 'Klinikken har teke bort denne delen for deg.',
    sv: 'Kliniken har tagit bort den här delen för dig.',
    en: 'The clinic has taken this part away for you.',
  },
  'step-shown': {
    nb: 'Klinikken har lagt til dette steget for deg.',
    nn: 'Klinikken har lagt til dette steget for deg.',
    sv: 'Kliniken har lagt till det här steget för dig.',
    en: 'The clinic has added this step for you.',
  },
  'step-hidden': {
    nb: 'Klinikken har tatt bort dette steget for deg.',
    nn: 'Klinikken har teke bort dette steget for deg.',
    sv: 'Kliniken har tagit bort det här steget för dig.',
    en: 'The clinic has taken this step away for you.',
  },
  'rule-held': waits,
  'rule-undone': waits,
};
