import type { MeasurementPoint, Module, Programme, Rule, Texts } from '@skute/programmes/rules';

/** A small programme with one of everything that opens, hides or follows. Content only in its ids. */
export function aProgramme(changes: Partial<Programme> = {}): Programme {
  return {
    id: 'gut',
    version: '1.0.0',
    status: 'example',
    languages: { nb: 'full', en: 'summary' },
    licence: 'CC-BY-4.0',
    clinicalOwner: { name: 'Nora Lien', role: 'dietitian' },
    days: 182,
    invitationDays: 14,
    maintenanceDays: 90,
    motif: 'boat',
    eligibility: [{ id: 'adult', kind: 'age', atLeast: 18 }],
    modules: [
      aModule('start-here', ['welcome', 'how', '(answer)'], { access: 'open' }),
      aModule('food', ['plate', 'fibre']),
      aModule('exposure', ['fear', 'ladder'], { optional: true }),
      aModule('way-forward', ['plan']),
      aModule('look-back', ['how-did-it-go']),
    ],
    rules: [
      aRule('food-after-a-week', { day: 7 }, { open: 'food' }),
      aRule('exposure-later', { day: 21 }, { open: 'exposure' }),
      aRule('forward', { moduleDone: 'food' }, { open: 'way-forward' }),
      aRule('follow-up', { moduleDone: 'way-forward' }, { open: 'look-back' }, { flag: 'follow-up-call' }),
      aRule('answer', { stepDone: 'plate' }, { show: 'answer' }),
      aRule('silence', { silentDays: 10 }, { flag: 'no-activity' }),
      aRule('ending', { daysLeft: 7 }, { flag: 'time-ending' }),
    ],
    forms: [],
    measures: [],
    texts: {},
    ...changes,
  };
}

/** Steps in brackets are hidden at the start. */
export function aModule(id: string, steps: string[], changes: Partial<Module> = {}): Module {
  return {
    id,
    access: 'closed',
    optional: false,
    hidden: false,
    days: 14,
    sections: [
      {
        id: `${id}-pages`,
        steps: steps.map((step) => ({
          id: step.replace(/[()]/g, ''),
          minutes: 3,
          hidden: step.startsWith('('),
        })),
      },
    ],
    ...changes,
  };
}

/** Asks for the form of its own name, due 3 days after it opens and answerable for 10, unless said otherwise. */
export function aPoint(
  id: string,
  when: MeasurementPoint['when'],
  changes: Partial<MeasurementPoint> = {},
): MeasurementPoint {
  return { id, forms: [id], when, dueDays: 3, expireDays: 10, flagWhenLate: true, ...changes };
}

/** A programme that measures, with a form for every point. */
export function aMeasuringProgramme(
  measures: readonly MeasurementPoint[],
  changes: Partial<Programme> = {},
): Programme {
  const forms = [...new Set(measures.flatMap((point) => point.forms))];
  return aProgramme({ measures, forms, ...changes });
}

export function aRule(id: string, when: Rule['when'], ...then: Rule['then'][number][]): Rule {
  return { id, when, then };
}

/** Titles are `Title of <id>`, becauses `Because <id>`. */
export function textsOf(programme: Programme): Texts {
  const each = <T>(ids: string[], make: (id: string) => T) =>
    Object.fromEntries(ids.map((id) => [id, make(id)]));
  return {
    programme: { title: 'Gut school', summary: 'About the gut', welcome: 'Welcome aboard' },
    eligibility: each(
      programme.eligibility.map(({ id }) => id),
      (id) => ({ question: `Is it ${id}?`, help: 'Ask if in doubt' }),
    ),
    modules: each(
      programme.modules.map(({ id }) => id),
      (id) => ({ title: `Title of ${id}`, summary: `About ${id}` }),
    ),
    sections: each(
      programme.modules.flatMap(({ sections }) => sections.map(({ id }) => id)),
      (id) => ({ title: `Title of ${id}` }),
    ),
    rules: each(
      programme.rules.map(({ id }) => id),
      (id) => ({ because: `Because ${id}` }),
    ),
    measures: each(
      programme.measures.map(({ id }) => id),
      (id) => ({ title: `Title of ${id}`, why: `Why ${id}` }),
    ),
    media: {},
  };
}
