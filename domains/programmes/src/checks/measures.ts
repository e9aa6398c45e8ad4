import type { KnownDraft } from '../read-package.ts';
import { type MeasurementPoint, type Programme, stepsInOrder } from '../programme.ts';
import type { Report } from '../problems.ts';
import { reachOf } from './reach-of.ts';

/** Every measurement point asks for forms that are there, at a time that comes, and can be answered in time. */
export function checkMeasures(draft: KnownDraft, report: Report): void {
  const { programme, structure } = draft;
  const circling = reportCircles(draft, report);
  const reach = reachOf(programme);
  for (const point of programme.measures) {
    const say = (code: Parameters<Report>[0], message: string) =>
      report(code, structure.placeOf('measures', point.id), message);
    for (const form of point.forms) {
      if (!programme.forms.includes(form))
        say(
          'form-unknown',
          `Found the form "${form}"; expected the name of a file in forms/, without .json.`,
        );
    }
    const unknown = unknownIn(point, programme);
    if (unknown !== undefined) say('measure-unknown', unknown);
    for (const message of wrongDays(point)) say('measure-days', message);
    const tooLate = beyondEnd(point, programme);
    if (tooLate !== undefined) say('measure-beyond-end', tooLate);
    if (unknown === undefined && !reach.points.has(point.id) && !circling.has(point.id))
      say('measure-cannot-open', `The point "${point.id}" waits for something that can never be reached.`);
    if (overlaps(point)) say('measure-overlap', overlapSentence(point));
    if ('onDemand' in point.when && !isScheduled(point.id, programme))
      say('measure-by-clinician', `No rule schedules the point "${point.id}"; a clinician asks for it.`);
  }
}

function unknownIn({ when }: MeasurementPoint, programme: Programme): string | undefined {
  if ('afterModule' in when && !programme.modules.some(({ id }) => id === when.afterModule))
    return `Found "afterModule: ${when.afterModule}"; expected the id of a module in programme.yaml.`;
  if ('afterStep' in when && !stepsInOrder(programme).some(({ step }) => step.id === when.afterStep))
    return `Found "afterStep: ${when.afterStep}"; expected the id of a step in programme.yaml.`;
  if ('afterPoint' in when && !programme.measures.some(({ id }) => id === when.afterPoint))
    return `Found "afterPoint: ${when.afterPoint}"; expected the id of another point in measures.yaml.`;
  return undefined;
}

function wrongDays({ when, dueDays, expireDays }: MeasurementPoint): string[] {
  const wrong: string[] = [];
  if (expireDays < dueDays)
    wrong.push(`Found "expireDays: ${expireDays}"; expected at least the ${dueDays} of dueDays.`);
  if ('everyDays' in when && when.toDay < when.fromDay)
    wrong.push(`Found "toDay: ${when.toDay}"; expected at least the ${when.fromDay} of fromDay.`);
  return wrong;
}

function beyondEnd({ when }: MeasurementPoint, { days }: Programme): string | undefined {
  const expected = `expected at most the ${days} days of the programme.`;
  if ('day' in when && when.day > days) return `Found "day: ${when.day}"; ${expected}`;
  if ('everyDays' in when && when.toDay > days) return `Found "toDay: ${when.toDay}"; ${expected}`;
  if ('months' in when && fewestDays(when.months) > days)
    return `Found "months: ${when.months}", which is ${fewestDays(when.months)} days or more; ${expected}`;
  return undefined;
}

/** No run of calendar months is shorter than this: 28 for one, 59 for two, 181 for six, 365 for twelve. */
function fewestDays(months: number): number {
  const years = Math.floor(months / 12);
  const rest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334][months % 12] ?? 0;
  return years * 365 + rest;
}

/** The next time opens while the one before can still be answered, so that the patient sees two alike. */
function overlaps({ when, expireDays }: MeasurementPoint): boolean {
  return 'everyDays' in when && when.toDay - when.fromDay >= when.everyDays && expireDays >= when.everyDays;
}

function overlapSentence({ when, expireDays }: MeasurementPoint): string {
  const every = 'everyDays' in when ? when.everyDays : 0;
  return `Found "expireDays: ${expireDays}" with "everyDays: ${every}"; expected at most ${every - 1}, so that one is closed when the next opens.`;
}

function isScheduled(id: string, { rules }: Programme): boolean {
  return rules.some(({ then }) => then.some((effect) => 'schedule' in effect && effect.schedule === id));
}

/** Points that wait for each other, each circle told of once. */
function reportCircles({ programme, structure }: KnownDraft, report: Report): ReadonlySet<string> {
  const before = new Map(
    programme.measures.flatMap(({ id, when }) =>
      'afterPoint' in when ? [[id, when.afterPoint] as const] : [],
    ),
  );
  const circling = new Set<string>();
  for (const { id } of programme.measures) {
    const chain = [id];
    for (let next = before.get(id); next !== undefined && !chain.includes(next); next = before.get(next))
      chain.push(next);
    const closes = before.get(chain.at(-1) ?? id) === id;
    if (!closes || circling.has(id)) continue;
    for (const each of chain) circling.add(each);
    const message = `"${[...chain, id].join('" waits for "')}": none of them can ever open. Expected one that waits for none of the others.`;
    report('measure-cycle', structure.placeOf('measures', id), message);
  }
  return circling;
}
