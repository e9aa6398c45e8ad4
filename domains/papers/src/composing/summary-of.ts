import { dateIn } from '@skute/platform/time';
import { dayAt, startDate, textsFor } from '@skute/treatment';
import type { PaperKind } from '../contract.ts';
import { changeWords, valueWords } from './measure-table.ts';
import { modulesDone } from './modules-done.ts';
import type { PaperSource } from './paper-source.ts';
import { isResponder } from '@skute/forms/rules';
import { isResponderScore, type ScoreCourse } from './score-course.ts';
import { wordsIn } from './words.ts';
import { dateWords } from './written-out.ts';

/** What the facts say, in a few sentences that a clinician may change. */
export function summaryOf(source: PaperSource, kind: PaperKind, courses: readonly ScoreCourse[]): string {
  const main = courses.find(({ rule }) => isResponderScore(rule));
  const { language } = source.view;
  if (kind === 'start-note') {
    return [placeSentence(source, kind), ...(main ? [startSentence(main, language)] : [])].join(' ');
  }
  const modules = modulesDone(source.view);
  const finished = modules.filter((module) => module.finished).length;
  return [
    placeSentence(source, kind),
    wordsIn(language).summary.modules(finished, modules.length),
    ...(main ? courseSentences(main, language) : []),
  ].join(' ');
}

function placeSentence({ view }: PaperSource, kind: PaperKind): string {
  const { course, clinic, language } = view;
  const { summary } = wordsIn(language);
  const from = startDate(course) ?? course.facts.startsOn;
  const place = {
    programme: textsFor(view).programme.title,
    unit: clinic.unit,
    on: dateWords(language, from),
  };
  const { days } = course.programme;
  if (kind === 'start-note') return summary.started({ ...place, weeks: Math.ceil(days / 7) });
  const ended = endOf(view);
  if (ended !== null) return summary.followed({ ...place, to: dateWords(language, ended) });
  return summary.following({ ...place, day: dayAt(course) ?? 0, days });
}

/** The date on which it ended, by hand or by itself; null while it goes on. */
export function endOf({ course }: PaperSource['view']): string | null {
  if (course.status !== 'ended') return null;
  const span = course.spans.findLast(({ status, from }) => status === 'ended' && from <= course.now);
  return span ? dateIn(course.facts.timeZone, span.from) : null;
}

type Language = PaperSource['view']['language'];

function startSentence(main: ScoreCourse, language: Language): string {
  const { summary } = wordsIn(language);
  const [first] = main.moments;
  if (first?.state !== 'answered') return summary.notAnswered(main.title);
  return summary.atStart(main.title, valueWords(main, first, language));
}

function courseSentences(main: ScoreCourse, language: Language): string[] {
  const { summary } = wordsIn(language);
  const [first] = main.moments;
  const last = main.moments.findLast(({ state }, at) => at > 0 && state === 'answered');
  if (first?.state !== 'answered' && !last) return [summary.notAnswered(main.title)];
  if (!first || !last) {
    return first ? [summary.notAnsweredSince(main.title, valueWords(main, first, language))] : [];
  }
  const change = changeWords(main, first, last, language);
  if (change === undefined) return [];
  const values = [first, last].map((moment) => valueWords(main, moment, language));
  return [
    summary.course(main.title, values[0] ?? '', values[1] ?? '', change),
    ...responderSentence(main, first.value, last.value, language),
  ];
}

function responderSentence(
  { rule }: ScoreCourse,
  before: number | null,
  after: number | null,
  language: Language,
): string[] {
  const reached = isResponder(before, after, rule);
  if (reached === null) return [];
  const points = (id: string): number => rule.changes.find((change) => change.id === id)?.points ?? 0;
  return [
    wordsIn(language).summary.responder(
      { points: points('customary'), reached: reached.customary },
      { points: points('proposed-2025'), reached: reached.proposed2025 },
    ),
  ];
}
