import type { Language } from '@skute/access/contract';
import { type Programme, type StepPage, stepsInOrder } from '@skute/programmes/rules';
import type { ViewSource } from '../views.ts';
import { textsOf } from './a-programme.ts';
import type { Walk } from './a-walk.ts';

/** Every page in Norwegian, titles in English; the English title of a step is `About <id>`, the Norwegian `Om <id>`. */
export function aLoadedProgramme(programme: Programme): ViewSource['loaded'] {
  const page = (stepId: string, language: 'nb' | 'en'): StepPage => ({
    stepId,
    language,
    title: `${language === 'nb' ? 'Om' : 'About'} ${stepId}`,
    summary: '',
    ...(language === 'nb'
      ? { blocks: [{ kind: 'paragraph', text: [{ kind: 'text', value: stepId }] }] }
      : {}),
  });
  const known = new Set(stepsInOrder(programme).map(({ step }) => step.id));
  return {
    heading: (id, [asked]) => (known.has(id) ? page(id, asked === 'en' ? 'en' : 'nb') : undefined),
    page: (id) => (known.has(id) ? page(id, 'nb') : undefined),
    forms: new Map(),
    texts: () => ({ ...textsOf(programme), language: 'nb' }),
  };
}

export function viewOf(walk: Walk, language: Language = 'nb'): ViewSource {
  const course = walk.course();
  return {
    course,
    loaded: aLoadedProgramme(course.programme),
    language,
    hours: {
      timeZone: 'Europe/Oslo',
      openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '15:30' })),
      holidays: [],
    },
    clinic: { unit: 'Gut clinic', clinician: 'Nora Lien', country: 'NO' },
  };
}
