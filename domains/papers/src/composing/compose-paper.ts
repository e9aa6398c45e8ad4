import { fullName } from '@skute/identity';
import { dateIn } from '@skute/platform/time';
import { dayAt, startDate, textsFor } from '@skute/treatment';
import type { Paper, PaperKind, PaperPart } from '../contract.ts';
import type { Written } from '../sealed-paper.ts';
import { measureTable } from './measure-table.ts';
import { moduleLines, modulesDone } from './modules-done.ts';
import type { PaperSource } from './paper-source.ts';
import { plainTextOf } from './plain-text.ts';
import { scoreCourses } from './score-course.ts';
import { endOf, summaryOf } from './summary-of.ts';
import { wordsIn } from './words.ts';
import { dateWords } from './written-out.ts';

/** A letter or note of this moment: facts, and what has been written. Pure; the language is that of the source. */
export function composePaper(source: PaperSource, kind: PaperKind, written: Written): Paper {
  const { language, clinic } = source.view;
  const words = wordsIn(language);
  const courses = scoreCourses(source);
  const proposed = summaryOf(source, kind, courses);
  const { programme } = source.view.course;
  const paper = {
    kind,
    language,
    title: words.titles[kind],
    facts: factsOf(source, kind),
    modules: {
      title: words.modules.title,
      lines: moduleLines(modulesDone(source.view), words.modules),
    },
    measures: {
      title: words.measures.title,
      tables: courses.map((course) => measureTable(course, language, 'professional')),
      none: words.measures.none,
    },
    parts: partsOf(kind).map(({ part, required }) => {
      const proposal = part === 'summary' ? proposed : '';
      return {
        part,
        required,
        title: words.parts[part],
        text: written[part] ?? proposal,
        proposed: proposal,
      };
    }),
    contact: {
      title: words.contact.title,
      lines: [words.contact.unit(clinic.unit), words.contact.clinician(clinic.clinician)],
    },
    example: programme.status === 'example' ? words.example : '',
  };
  return { ...paper, plainText: plainTextOf(paper) };
}

/** Parts that must be written and are not. */
export function missingParts({ parts }: Pick<Paper, 'parts'>): PaperPart[] {
  return parts.filter(({ required, text }) => required && text.trim() === '').map(({ part }) => part);
}

/** A letter without an assessment tells a doctor nothing; at the start there is little to assess yet. */
function partsOf(kind: PaperKind): { readonly part: PaperPart; readonly required: boolean }[] {
  return [
    { part: 'summary', required: true },
    { part: 'assessment', required: kind !== 'start-note' },
    { part: 'advice', required: false },
  ];
}

function factsOf(source: PaperSource, kind: PaperKind): Paper['facts'] {
  const { view, patient, writer } = source;
  const { course, language } = view;
  const { labels, numbers, period, statuses, dayOf } = wordsIn(language);
  const date = (on: string): string => dateWords(language, on);
  const [day, ended] = [dayAt(course), endOf(view)];
  const status = statuses[course.status];
  const runs = course.status === 'active' || course.status === 'paused';
  return [
    { label: labels.patient, value: fullName(patient) },
    { label: labels.born, value: date(patient.born) },
    { label: numbers[patient.numberKind], value: patient.number },
    { label: labels.programme, value: textsFor(view).programme.title },
    {
      label: labels.period,
      value: period(date(startDate(course) ?? course.facts.startsOn), ended === null ? null : date(ended)),
    },
    {
      label: labels.status,
      value:
        runs && day !== null && kind !== 'start-note' ? dayOf(status, day, course.programme.days) : status,
    },
    { label: labels.writer, value: writer },
    { label: labels.written, value: date(dateIn(course.facts.timeZone, course.now)) },
  ];
}
