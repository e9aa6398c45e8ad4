import { Language } from '@skute/access/contract';
import { fullName, type Identity } from '@skute/identity';
import type { PdfBlock, PdfDocument } from '@skute/platform/pdf';
import { dateIn, isoInstant } from '@skute/platform/time';
import type { ViewSource } from '@skute/treatment';
import type { ResponseView } from '@skute/treatment/contract';
import { dateWords } from '../composing/written-out.ts';
import { type PatientWords, patientWords } from './patient-words.ts';

/** Questions in the wording and the language of then; what was not answered says so. */
export function responseDocument(
  view: ViewSource,
  { response, lines, language: answeredIn }: ResponseView,
  patient: Pick<Identity, 'given' | 'family'>,
): PdfDocument {
  const { course } = view;
  const known = Language.safeParse(answeredIn);
  const language = known.success ? known.data : view.language;
  const words = patientWords[language];
  const date = (at: number): string => dateWords(language, dateIn(course.facts.timeZone, at));
  return {
    title: response.title,
    language,
    madeAt: isoInstant(course.now),
    headerLines: [],
    footerLine: words.madeOn(date(course.now)),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.name, value: fullName(patient) },
          { label: words.answeredOn, value: date(Date.parse(response.answeredAt)) },
        ],
      },
      ...groups(lines).flatMap((group) => groupBlocks(group, words)),
    ],
  };
}

type Line = ResponseView['lines'][number];

interface Group {
  readonly title: string | null;
  readonly questions: readonly Line[];
}

function groups(lines: readonly Line[]): Group[] {
  return lines.reduce<Group[]>((known, line) => {
    if (line.kind === 'group') return [...known, { title: line.text, questions: [] }];
    const last = known.at(-1) ?? { title: null, questions: [] };
    return [...known.slice(0, -1), { ...last, questions: [...last.questions, line] }];
  }, []);
}

function groupBlocks({ title, questions }: Group, words: PatientWords): PdfBlock[] {
  return [
    ...(title === null || title.trim() === '' ? [] : [{ kind: 'heading', level: 2, text: title } as const]),
    ...(questions.length === 0 ? [] : [table(questions, words)]),
  ];
}

function table(questions: readonly Line[], words: PatientWords): PdfBlock {
  return {
    kind: 'table',
    rowHeaders: true,
    columns: [
      { header: words.question, width: 2 },
      { header: words.answer, width: 1 },
    ],
    rows: questions.map((line) => [line.text, answerOf(line, words)]),
  };
}

function answerOf({ state, answers }: Line, words: PatientWords): string {
  switch (state) {
    case 'answered':
      return answers.join('\n');
    case 'declined':
      return words.declined;
    case 'missing':
      return words.notAnswered;
  }
}
