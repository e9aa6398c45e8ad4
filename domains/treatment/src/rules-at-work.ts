import { addDays, type EpochMs, type IsoDate, startOfDay } from '@skute/platform/time';
import type { Condition, Programme, Rule } from '@skute/programmes/rules';
import { dateOfDay, dayOfDateOf, startOfTreatmentDay } from './days.ts';
import type { TreatmentEvent } from './facts.ts';
import type { Life } from './life-cycle.ts';
import { type Occurrence, occurrencesOf } from './measures/occurrences.ts';

/**
 * What an author's rule has done in one treatment.
 *
 * Rules by time (day, silentDays, daysLeft, late) are never run: when they took effect is computed from the facts and the
 * clock, so it is the same whether anybody looked in between or not. Rules by progress (moduleDone, stepDone) and by
 * answers (formSent, answer, score, change) take effect in the act that made them true, which writes `rule-fired`; those
 * by answers each time anew. A silence is computed while it lasts and written
 * by the act that breaks it, since that act takes away what it was computed from.
 *
 * A rule takes effect only while the treatment is active: not in a pause, and not in maintenance.
 */
export interface RuleAtWork {
  readonly rule: Rule;
  /** `held`: may not take effect. `undone`: has taken effect, which was taken back; waits to be released. */
  readonly state: 'waiting' | 'fired' | 'held' | 'undone';
  /** When it took effect, less what was undone. Only a silence and an answer come more than once. */
  readonly firings: readonly EpochMs[];
  /** The firing that is not yet written: the silence that lasts. */
  readonly silence: EpochMs | null;
  /** The hold or undoing in force. */
  readonly stop: TreatmentEvent | null;
  /** When it will take effect, if nothing more happens. */
  readonly dueOn: IsoDate | null;
}

export function rulesAtWork(programme: Programme, life: Life): RuleAtWork[] {
  const rules = programme.rules.map((rule) =>
    ruleAtWork(
      rule,
      life,
      (windows) => computedFiring(rule.when, programme, life, windows),
      dueDate(rule.when, programme, life),
    ),
  );
  if (!programme.rules.some(({ when }) => 'late' in when)) return rules;
  // Rules about lateness look at what is due, which other rules may have had a hand in, but never one another.
  const occurrences = occurrencesOf(programme, life, rules);
  return rules.map((known) => {
    const { when } = known.rule;
    if (!('late' in when)) return known;
    return ruleAtWork(
      known.rule,
      life,
      (windows) => latenessFiring(when.late, occurrences, life, windows),
      null,
    );
  });
}

/** True for conditions that the clock fulfils, and that nobody has to run. */
export function isByTime(when: Condition): boolean {
  return 'day' in when || 'daysLeft' in when || 'silentDays' in when || 'late' in when;
}

function ruleAtWork(
  rule: Rule,
  life: Life,
  firingIn: (windows: readonly Window[]) => EpochMs | null,
  due: IsoDate | null,
): RuleAtWork {
  const { written, windows, stop } = writtenHistory(rule, life);
  const silent = 'silentDays' in rule.when;
  const computed = written.length > 0 && !silent ? null : firingIn(windows);
  const firings = computed === null ? written : [...written, computed];
  const state =
    stop?.kind === 'rule-undone' ? 'undone' : stop ? 'held' : firings.length > 0 ? 'fired' : 'waiting';
  const mayStillFire = state === 'waiting' && life.status === 'active';
  return {
    rule,
    state,
    firings,
    silence: silent ? computed : null,
    stop,
    dueOn: mayStillFire && !silent ? due : null,
  };
}

interface Window {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

interface WrittenHistory {
  /** Firings that were written and not undone. */
  written: EpochMs[];
  /** When the rule was at large since it was last undone. */
  windows: Window[];
  stop: TreatmentEvent | null;
}

function writtenHistory(rule: Rule, life: Life): WrittenHistory {
  const about = life.events.filter((event) => event.about === rule.id);
  let since: EpochMs | null = Number.NEGATIVE_INFINITY;
  const history: WrittenHistory = { written: [], windows: [], stop: null };
  for (const event of about) {
    if (event.kind === 'rule-fired') history.written.push(event.at);
    if (event.kind === 'rule-held' || event.kind === 'rule-undone') {
      if (since !== null) history.windows.push({ from: since, to: event.at });
      since = null;
      history.stop = event;
    }
    if (event.kind === 'rule-undone') {
      history.written = [];
      history.windows = [];
    }
    if (event.kind === 'rule-released') {
      since ??= event.at;
      history.stop = null;
    }
  }
  if (since !== null) history.windows.push({ from: since, to: Number.POSITIVE_INFINITY });
  return history;
}

/** The first instant, up to now, when the day was reached, the treatment was active and the rule at large. */
function computedFiring(
  when: Condition,
  programme: Programme,
  life: Life,
  windows: readonly Window[],
): EpochMs | null {
  const day = dayOf(when, programme, life);
  return firstAtLarge(day === null ? null : startOfTreatmentDay(life, day), life, windows);
}

/** The first occurrence of the point that was unanswered for so long. */
function latenessFiring(
  late: { readonly point: string; readonly days: number },
  occurrences: readonly Occurrence[],
  life: Life,
  windows: readonly Window[],
): EpochMs | null {
  const { timeZone } = life.facts;
  const instants = occurrences
    .filter(({ point, state }) => point.id === late.point && state !== 'cancelled')
    .flatMap((occurrence) => {
      const at = startOfDay(timeZone, addDays(occurrence.dueOn, late.days + 1));
      const done = occurrence.state === 'answered' ? Math.max(...occurrence.answered.values()) : life.now + 1;
      return at < done ? [at] : [];
    });
  return instants.length === 0 ? null : firstAtLarge(Math.min(...instants), life, windows);
}

function firstAtLarge(reached: EpochMs | null, life: Life, windows: readonly Window[]): EpochMs | null {
  if (reached === null) return null;
  for (const span of life.spans.filter(({ status }) => status === 'active')) {
    for (const window of windows) {
      const from = Math.max(reached, span.from, window.from);
      if (from < Math.min(span.to, window.to)) return from <= life.now ? from : null;
    }
  }
  return null;
}

/** The day of the treatment on which the condition comes true; null for conditions that time does not fulfil. */
function dayOf(when: Condition, programme: Programme, life: Life): number | null {
  if ('day' in when) return when.day;
  if ('daysLeft' in when) return programme.days - when.daysLeft;
  if ('silentDays' in when) return dayOfLastAct(life) + when.silentDays;
  return null;
}

/** Before the start nothing was expected, so a silence is never older than the treatment. */
function dayOfLastAct(life: Life): number {
  const at = life.facts.lastActiveAt;
  return at === null ? 0 : (dayOfDateOf(life, at) ?? 0);
}

function dueDate(when: Condition, programme: Programme, life: Life): IsoDate | null {
  const day = dayOf(when, programme, life);
  return day === null ? null : dateOfDay(life, day);
}
