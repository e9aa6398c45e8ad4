import { fullName } from '@skute/identity';
import type { PdfDocument } from '@skute/platform/pdf';
import { dateIn, isoInstant } from '@skute/platform/time';
import { startDate, textsFor } from '@skute/treatment';
import { measureTable } from '../composing/measure-table.ts';
import { moduleLines, modulesDone } from '../composing/modules-done.ts';
import type { PaperSource } from '../composing/paper-source.ts';
import { allAnswers } from '../composing/score-course.ts';
import { wordsIn } from '../composing/words.ts';
import { dateWords } from '../composing/written-out.ts';
import { tableBlocks } from './paper-document.ts';
import { patientWords } from './patient-words.ts';

/** The patient's own course: what has been done, and every number there is. */
export function progressDocument(source: PaperSource): PdfDocument {
  const { view, patient } = source;
  const { course, language } = view;
  const [words, paperWords] = [patientWords[language], wordsIn(language)];
  const today = dateIn(course.facts.timeZone, course.now);
  const courses = allAnswers(source);
  return {
    title: words.progress,
    language,
    madeAt: isoInstant(course.now),
    headerLines: [],
    footerLine: words.madeOn(dateWords(language, today)),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.name, value: fullName(patient) },
          { label: words.programme, value: textsFor(view).programme.title },
          { label: words.since, value: dateWords(language, startDate(course) ?? course.facts.startsOn) },
        ],
      },
      { kind: 'heading', level: 2, text: paperWords.modules.title },
      { kind: 'list', items: moduleLines(modulesDone(view), paperWords.modules) },
      { kind: 'heading', level: 2, text: paperWords.measures.title },
      ...(courses.length === 0
        ? [{ kind: 'paragraph', text: paperWords.measures.none } as const]
        : courses.flatMap((one) => tableBlocks(measureTable(one, language, 'patient')))),
    ],
  };
}
