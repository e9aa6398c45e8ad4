import type { Operation } from '@skute/access';
import type { Language } from '@skute/access/contract';
import { type LoadedProgramme, versionsOf } from '@skute/programmes';
import { stepsInOrder } from '@skute/programmes/rules';
import type { z } from 'zod';
import type { AvailableProgramme, listProgrammes } from '../contract.ts';
import type { ClinicDeps } from './deps.ts';

type Available = z.output<typeof AvailableProgramme>;

/** What the organisation may give, with the list to check before giving it and what the patient will get when. */
export function showProgrammes(deps: Pick<ClinicDeps, 'programme'>): Operation<typeof listProgrammes> {
  return async (tx, { actor }) => {
    const versions = await versionsOf(tx);
    const programmes = await Promise.all(versions.map((version) => deps.programme(tx, version.versionId)));
    return {
      status: 200,
      about: 'nobody',
      body: { programmes: programmes.map((programme) => availableView(programme, actor.language)) },
    };
  };
}

function availableView(loaded: LoadedProgramme, language: Language): Available {
  const { programme } = loaded;
  const texts = loaded.texts([language]);
  return {
    versionId: loaded.versionId,
    title: texts.programme.title,
    summary: texts.programme.summary,
    version: programme.version,
    example: programme.status === 'example',
    days: programme.days,
    invitationDays: programme.invitationDays,
    modules: programme.modules.length,
    steps: stepsInOrder(programme).length,
    eligibility: programme.eligibility.map((line) => ({
      id: line.id,
      kind: line.kind,
      question: texts.eligibility[line.id]?.question ?? '',
      help: texts.eligibility[line.id]?.help ?? '',
      atLeast: line.kind === 'age' ? line.atLeast : null,
      exceptionFrom: line.kind === 'age' ? (line.exceptionFrom ?? null) : null,
    })),
    calendar: calendarOf(loaded, language),
    outline: programme.modules.map((module) => ({
      title: texts.modules[module.id]?.title ?? '',
      optional: module.optional,
      steps: module.sections.flatMap((section) =>
        section.steps.map((step) => loaded.heading(step.id, [language])?.title ?? ''),
      ),
    })),
  };
}

/** Day 0 by the programme's start, later days by its rules. */
function calendarOf(loaded: LoadedProgramme, language: Language): Available['calendar'] {
  const { programme } = loaded;
  const words = loaded.texts([language]);
  const titleOf = (moduleId: string): string => words.modules[moduleId]?.title ?? '';
  const atStart = programme.modules
    .filter((module) => module.access === 'open' && !module.hidden)
    .map((module) => titleOf(module.id));
  const byRule = programme.rules.flatMap((rule) => {
    if (!('day' in rule.when)) return [];
    const opens = rule.then.flatMap((effect) => ('open' in effect ? [titleOf(effect.open)] : []));
    return opens.length > 0
      ? [{ day: rule.when.day, opens, because: words.rules[rule.id]?.because ?? null }]
      : [];
  });
  return [{ day: 0, opens: atStart, because: null }, ...byRule].toSorted((a, b) => a.day - b.day);
}
