import { addDays, dateIn, type EpochMs, startOfDay } from '@skute/platform/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseAt } from './course.ts';
import { dateOfDay, dayAt } from './days.ts';
import { lifeAt, statusAt } from './life-cycle.ts';
import { nextOpening } from './openings.ts';
import { isReachable, nextStep } from './sequencing.ts';
import { aProgramme } from './testing/a-programme.ts';
import { aWalk, anActiveWalk, atOslo, type Walk } from './testing/a-walk.ts';

const reason = 'for good reason';
const hour = 3_600_000;
/** Runs over both nights of changed clocks in 2026: 29 March and 25 October. */
const begin = atOslo('2026-03-02');

type Move = { readonly wait: number; readonly do: (walk: Walk) => string };

const named = (name: string, act: (walk: Walk) => string) => Object.assign(act, { toString: () => name });

const turns = [
  named('accept', (walk) => walk.patient('accept')),
  named('renew', (walk) => walk.clinician({ act: 'renew-invitation' })),
  named('pause', (walk) => walk.clinician({ act: 'pause', reason })),
  named('resume', (walk) => walk.clinician({ act: 'resume' })),
  named('maintenance', (walk) => walk.clinician({ act: 'start-maintenance' })),
  named('end', (walk) => walk.clinician({ act: 'end', reason })),
  named('reopen', (walk) => walk.clinician({ act: 'reopen', reason })),
  named('purge', (walk) => walk.clinician({ act: 'purge' })),
];
const steering = [
  named('open food', (walk) => walk.clinician({ act: 'open-module', moduleId: 'food' })),
  named('close food', (walk) => walk.clinician({ act: 'close-module', moduleId: 'food', reason })),
  named('open exposure', (walk) => walk.clinician({ act: 'open-module', moduleId: 'exposure' })),
  named('hide food', (walk) => walk.clinician({ act: 'hide-module', moduleId: 'food', reason })),
  named('show food', (walk) => walk.clinician({ act: 'show-module', moduleId: 'food', reason })),
  named('hide start', (walk) => walk.clinician({ act: 'hide-module', moduleId: 'start-here', reason })),
  named('show answer', (walk) => walk.clinician({ act: 'show-step', stepId: 'answer', reason })),
  named('hide how', (walk) => walk.clinician({ act: 'hide-step', stepId: 'how', reason })),
  named('hold food', (walk) => walk.clinician({ act: 'hold-rule', ruleId: 'food-after-a-week', reason })),
  named('release food', (walk) => walk.clinician({ act: 'release-rule', ruleId: 'food-after-a-week' })),
  named('undo food', (walk) => walk.clinician({ act: 'undo-rule', ruleId: 'food-after-a-week', reason })),
  named('hold silence', (walk) => walk.clinician({ act: 'hold-rule', ruleId: 'silence', reason })),
];
const steps = ['welcome', 'how', 'answer', 'plate', 'fibre', 'fear', 'ladder', 'plan', 'how-did-it-go'];
const reading = steps.flatMap((id) => [
  named(`visit ${id}`, (walk) => walk.visit(id)),
  named(`finish ${id}`, (walk) => walk.finish(id)),
]);
const goOn = named('go on', (walk) => {
  const next = nextStep(walk.course());
  return next === null ? 'nothing' : [walk.visit(next), walk.finish(next)].join(' ');
});

/** Waits of minutes to weeks, so that midnights, lapses and whole paused days all come up. */
const moves = (acts: ((walk: Walk) => string)[]): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      wait: fc.oneof(
        fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * 60_000),
        fc.integer({ min: 1, max: 20 * 24 }).map((hours) => hours * hour),
      ),
      do: fc.constantFrom(...acts),
    }),
    { maxLength: 25 },
  );

function play(walk: Walk, played: readonly Move[], after: (walk: Walk) => void = () => {}): Walk {
  for (const move of played) {
    walk.at(walk.now + move.wait);
    move.do(walk);
    after(walk);
  }
  return walk;
}

describe('any course of a treatment', () => {
  it('reaches purged from ended and from nothing else', () => {
    fc.assert(
      fc.property(moves(turns), (played) => {
        let before = 'invited';
        play(
          aWalk(),
          played.map((move) => ({
            ...move,
            do: (walk: Walk) => {
              before = walk.course().status;
              return move.do(walk);
            },
          })),
          (walk) => {
            if (walk.course().status === 'purged' && before !== 'purged') expect(before).toBe('ended');
          },
        );
      }),
    );
  });

  it('has at each moment the status it had when that moment was the present', () => {
    fc.assert(
      fc.property(moves(turns), (played) => {
        const seen: [EpochMs, string][] = [];
        const walk = play(aWalk(), played, ({ now, facts }) => seen.push([now, statusAt(facts, now)]));
        for (const [at, status] of seen) expect(statusAt(walk.facts, at)).toBe(status);
      }),
    );
  });

  it('has spans of status without gap or overlap', () => {
    fc.assert(
      fc.property(moves(turns), (played) => {
        const { facts, now } = play(aWalk(), played);
        const { spans } = lifeAt(facts, now);
        spans.slice(1).forEach((span, i) => expect(span.from).toBe(spans[i]?.to));
        expect(spans.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('lets only visited steps and the first unvisited one of each track be opened', () => {
    fc.assert(
      fc.property(moves([goOn, ...reading, ...steering]), (played) => {
        play(anActiveWalk(), played, (walk) => {
          const course = walk.course();
          const ahead = steps.filter((id) => isReachable(course, id) && !course.progress.has(id));
          // The main track and the one optional module.
          expect(ahead.filter((id) => id !== 'fear' && id !== 'ladder').length).toBeLessThanOrEqual(1);
          expect(ahead.filter((id) => id === 'fear' || id === 'ladder').length).toBeLessThanOrEqual(1);
          for (const module of course.programme.modules) {
            if (!course.modules.get(module.id)?.visibility.hidden) continue;
            const inside = module.sections.flatMap((section) => section.steps.map(({ id }) => id));
            expect(inside.filter((id) => isReachable(course, id))).toEqual([]);
          }
          const next = nextStep(course);
          if (next !== null) expect(isReachable(course, next)).toBe(true);
        });
      }),
    );
  });

  it('gives every open, hidden or held thing that the programme did not have from the start a because', () => {
    fc.assert(
      fc.property(moves([goOn, ...reading, ...steering]), (played) => {
        const course = play(anActiveWalk(), played).course();
        for (const module of course.programme.modules) {
          const state = course.modules.get(module.id);
          if (state?.open !== (module.access === 'open')) expect(state?.why).not.toBeNull();
          if (state?.visibility.hidden !== module.hidden) expect(state?.visibility.why).not.toBeNull();
        }
        for (const { step } of course.programme.modules.flatMap(({ sections }) =>
          sections.flatMap((s) => s.steps.map((each) => ({ step: each }))),
        )) {
          const state = course.steps.get(step.id);
          if (state?.hidden !== step.hidden) expect(state?.why).not.toBeNull();
        }
      }),
    );
  });
});

describe('days', () => {
  it('go on by one at each midnight of an active treatment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (days) => {
        const { facts } = anActiveWalk();
        const midnight = startOfDay(facts.timeZone, addDays('2026-03-03', days));
        expect(dayAt(lifeAt(facts, midnight))).toBe(days + 1);
        expect(dayAt(lifeAt(facts, midnight - 1))).toBe(days);
      }),
    );
  });

  it('never count time in a pause: whole paused dates are taken out, and nothing else is', () => {
    fc.assert(
      fc.property(moves([turns[2], turns[3]].filter((turn) => turn !== undefined)), (played) => {
        const walk = play(anActiveWalk(), played);
        const life = lifeAt(walk.facts, walk.now);
        const zone = walk.facts.timeZone;
        let counted = -1;
        for (let date = '2026-03-02'; date <= dateIn(zone, walk.now); date = addDays(date, 1)) {
          const from = startOfDay(zone, date);
          const to = Math.min(startOfDay(zone, addDays(date, 1)), walk.now + 1);
          const still = life.spans.some(
            (span) => span.status === 'paused' && span.from <= from && span.to >= to,
          );
          if (!still) counted += 1;
        }
        expect(dayAt(life)).toBe(counted);
      }),
    );
  });

  it('never go back, and have the date on which they came', () => {
    fc.assert(
      fc.property(moves(turns.slice(2, 7)), (played) => {
        let last = 0;
        play(anActiveWalk(), played, (walk) => {
          const life = lifeAt(walk.facts, walk.now);
          const day = dayAt(life) ?? 0;
          expect(day).toBeGreaterThanOrEqual(last);
          last = day;
          expect(dateOfDay(life, day)! <= dateIn(walk.facts.timeZone, walk.now)).toBe(true);
          expect(dateOfDay(life, day + 1)! > dateIn(walk.facts.timeZone, walk.now)).toBe(true);
        });
      }),
    );
  });
});

describe('winding the clock', () => {
  const stateOf = (walk: Walk) => {
    const { status, modules, steps: shown, rules } = walk.course();
    return {
      status,
      modules: [...modules],
      steps: [...shown],
      rules: rules.map(({ state, firings }) => ({ state, firings })),
    };
  };

  it('in one jump or in many steps comes to the same', () => {
    fc.assert(
      fc.property(
        moves([...turns.slice(2, 4), ...steering, goOn]),
        fc.integer({ min: 1, max: 40 * 24 }),
        fc.integer({ min: 2, max: 12 }),
        (played, hours, parts) => {
          const [jumped, stepped] = [play(anActiveWalk(), played), play(anActiveWalk(), played)];
          const end = jumped.now + hours * hour;
          for (let part = 1; part < parts; part += 1)
            stateOf(stepped.at(stepped.now + Math.floor((end - stepped.now) / parts)));
          expect(stateOf(stepped.at(end))).toEqual(stateOf(jumped.at(end)));
        },
      ),
    );
  });

  it('never takes back what a rule by time has done', () => {
    fc.assert(
      fc.property(moves([...turns.slice(2, 7), goOn]), (played) => {
        let fired: readonly (readonly number[])[] = [];
        play(anActiveWalk(), played, (walk) => {
          const now = walk.course().rules.map(({ firings }) => firings);
          fired.forEach((before, i) => expect(now[i]?.slice(0, before.length)).toEqual(before));
          fired = now;
        });
      }),
    );
  });

  it('opens a module on the date that was promised, and not before', () => {
    fc.assert(
      fc.property(moves([...turns.slice(2, 4), goOn]), (played) => {
        const walk = play(anActiveWalk(), played);
        const promised = nextOpening(walk.course(), 'exposure');
        if (promised === null) return;
        const at = startOfDay(walk.facts.timeZone, promised);
        expect(courseAt(aProgramme(), walk.facts, at - 1).modules.get('exposure')?.open).toBe(false);
        expect(courseAt(aProgramme(), walk.facts, at).modules.get('exposure')?.open).toBe(true);
      }),
    );
  });

  it('begins where the tests say', () => {
    expect(anActiveWalk().now).toBe(begin);
  });
});
