import type { Language } from '@skute/access/contract';
import { changeBetween, isResponder } from '@skute/forms/rules';
import type { MeasureTable } from '../contract.ts';
import { isResponderScore, type Moment, type ScoreCourse } from './score-course.ts';
import { type PaperWords, wordsIn } from './words.ts';
import { dateWords, numberWords } from './written-out.ts';

/** For whom: a patient is not told of responders, which is a word for groups. */
type Reader = 'professional' | 'patient';

export function measureTable(course: ScoreCourse, language: Language, reader: Reader): MeasureTable {
  const words = wordsIn(language);
  const columns = columnsOf(course, words, reader);
  return {
    formId: course.formId,
    score: course.rule.id,
    title: course.rule.id === 'total' ? course.title : `${course.title}: ${course.rule.id}`,
    columns: columns.map(({ header }) => header),
    rows: course.moments.map((moment, at) => columns.map(({ cell }) => cell(moment, at, language))),
    notes: notesOf(course, words, reader),
  };
}

/** `208 av 500 (moderate)`, or why there is no number. */
export function valueWords(course: ScoreCourse, moment: Moment, language: Language): string {
  const words = wordsIn(language);
  const band = moment.band === null ? '' : ` (${words.bands[moment.band] ?? moment.band})`;
  return `${numberCell(course, moment, language)}${band}`;
}

/** How much higher or lower; undefined when one of them is not known. */
export function changeWords(
  { rule }: ScoreCourse,
  from: Moment | undefined,
  to: Moment,
  language: Language,
): string | undefined {
  const { difference } = changeBetween(rule, from?.value ?? null, to.value);
  if (difference === null) return undefined;
  const words = wordsIn(language).measures;
  if (difference === 0) return words.same;
  const points = numberWords(language, Math.abs(difference));
  return difference < 0 ? words.lower(points) : words.higher(points);
}

const none = '–';

interface Column {
  readonly header: string;
  readonly cell: (moment: Moment, at: number, language: Language) => string;
}

function columnsOf(course: ScoreCourse, words: PaperWords, reader: Reader): Column[] {
  const { rule, moments } = course;
  const { measures, bands } = words;
  const last = moments.length - 1;
  const nameOf = ({ title }: Moment, at: number): string =>
    title ?? (at === 0 ? measures.first : at === last ? measures.last : `${at + 1}`);
  return [
    { header: measures.moment, cell: nameOf },
    {
      header: measures.date,
      cell: ({ on, state }, _, language) =>
        state === 'answered' ? dateWords(language, on) : measures.dueOn(dateWords(language, on)),
    },
    { header: measures.value, cell: (moment, _, language) => numberCell(course, moment, language) },
    ...(rule.bands.length > 0
      ? [
          {
            header: measures.band,
            cell: ({ band }: Moment) => (band === null ? none : (bands[band] ?? band)),
          },
        ]
      : []),
    {
      header: measures.change,
      cell: (moment, at, language) =>
        (at === 0 ? undefined : changeWords(course, moments[0], moment, language)) ?? none,
    },
    ...(reader === 'professional' ? responderColumns(course, words) : []),
  ];
}

function numberCell({ rule }: ScoreCourse, { state, value, missing }: Moment, language: Language): string {
  const { measures } = wordsIn(language);
  if (state === 'waiting') return measures.notAnsweredYet;
  if (state === 'not-answered') return measures.notAnswered;
  if (value === null) return measures.notScored(missing);
  return measures.of(numberWords(language, value), numberWords(language, rule.max));
}

function responderColumns({ rule, moments }: ScoreCourse, { measures }: PaperWords): Column[] {
  if (!isResponderScore(rule)) return [];
  const column = (limit: 'customary' | 'proposed2025', id: string): Column => ({
    header: measures.fall(rule.changes.find((change) => change.id === id)?.points ?? 0),
    cell: (moment, at) => {
      if (at === 0 || moment.state !== 'answered') return none;
      const answer = isResponder(moments[0]?.value ?? null, moment.value, rule);
      return answer === null ? measures.unknown : answer[limit] ? measures.yes : measures.no;
    },
  });
  return [column('customary', 'customary'), column('proposed2025', 'proposed-2025')];
}

function notesOf(
  { rule, validated, leftOut }: ScoreCourse,
  { measures }: PaperWords,
  reader: Reader,
): string[] {
  const points = (id: string): number => rule.changes.find((change) => change.id === id)?.points ?? 0;
  const showsLimits = reader === 'professional' && isResponderScore(rule);
  return [
    ...(rule.direction === 'none' ? [] : [measures.direction[rule.direction](rule.min, rule.max)]),
    ...(showsLimits ? [measures.limits(points('customary'), points('proposed-2025'))] : []),
    ...(validated ? [] : [measures.notValidated]),
    ...(leftOut === null ? [] : [measures.answeredTimes(leftOut)]),
  ];
}
