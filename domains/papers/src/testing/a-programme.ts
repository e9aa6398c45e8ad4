import type { LoadedForm, LoadedProgramme } from '@skute/programmes';
import { instrumentOf, readForm } from '@skute/forms/rules';
import {
  type Module,
  type Programme,
  type StepPage,
  stepsInOrder,
  type Texts,
} from '@skute/programmes/rules';

/** Two modules, one form at the start and after 3 and 6 months, and one every week. */
export const programme: Programme = {
  id: 'gut',
  version: '1.0.0',
  status: 'example',
  languages: { nb: 'full', sv: 'full' },
  licence: 'CC-BY-4.0',
  clinicalOwner: { name: 'Nora Lien', role: 'dietitian' },
  days: 182,
  invitationDays: 14,
  maintenanceDays: 90,
  motif: 'boat',
  eligibility: [],
  modules: [
    aModule('begin', ['welcome', 'how'], 'open'),
    aModule('food', ['plate', 'fibre'], 'open'),
    aModule('later', ['plan'], 'closed'),
  ],
  rules: [],
  forms: ['symptoms', 'week'],
  measures: [
    aPoint('start', 'symptoms', { day: 0 }),
    aPoint('three-months', 'symptoms', { months: 3 }),
    aPoint('six-months', 'symptoms', { months: 6 }),
    aPoint('week', 'week', { everyDays: 7, fromDay: 7, toDay: 175 }),
  ],
  texts: { nb: texts('Mageprogrammet'), sv: texts('Magprogrammet') },
};

/** As files of a package. */
export const formFiles = [
  aForm('symptoms', 'skute-ibs-symptoms|1.0.0', [
    ['pain', 100],
    ['pain-days', 10],
    ['bloating', 100],
    ['stools', 100],
    ['daily-life', 100],
  ]),
  aForm('week', 'skute-ibs-week|1.0.0', [
    ['week-pain', 10],
    ['week-gut', 10],
    ['week-life', 10],
  ]),
];

export const pages: readonly StepPage[] = stepsInOrder(programme).map(({ step }) => ({
  stepId: step.id,
  language: 'nb',
  title: `Om ${step.id}`,
  summary: '',
  blocks: [
    { kind: 'heading', text: [{ kind: 'text', value: 'Først' }] },
    {
      kind: 'paragraph',
      text: [
        { kind: 'text', value: 'Spis ' },
        { kind: 'strong', text: [{ kind: 'text', value: 'rolig' }] },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'paragraph', text: [{ kind: 'text', value: 'Tygg godt' }] }]],
    },
    {
      kind: 'box',
      box: 'try',
      title: 'Prøv',
      blocks: [{ kind: 'breathing', inSeconds: 4, outSeconds: 6, rounds: 5 }],
    },
  ],
}));

/** In memory, as views need it. */
export function loaded(): Pick<LoadedProgramme, 'texts' | 'heading' | 'page' | 'forms'> {
  return {
    texts: ([language]) => ({
      ...((language === 'sv' ? programme.texts.sv : programme.texts.nb) ?? texts('')),
      language: language === 'sv' ? 'sv' : 'nb',
    }),
    heading: (id) => pages.find(({ stepId }) => stepId === id),
    page: (id) => pages.find(({ stepId }) => stepId === id),
    forms: new Map(formFiles.map((file) => [file.id, loadedForm(file)])),
  };
}

function loadedForm({ id, content }: (typeof formFiles)[number]): LoadedForm {
  const { form } = readForm(JSON.parse(content));
  if (!form) throw new Error(`the form ${id} can't be read`);
  return { id, content, form, instrument: instrumentOf(form) };
}

function aModule(id: string, steps: readonly string[], access: Module['access']): Module {
  return {
    id,
    access,
    optional: false,
    hidden: false,
    days: 14,
    sections: [{ id: `${id}-pages`, steps: steps.map((step) => ({ id: step, minutes: 3, hidden: false })) }],
  };
}

function aPoint(id: string, form: string, when: Programme['measures'][number]['when']) {
  const [dueDays, expireDays] = form === 'week' ? [2, 6] : [7, 28];
  return { id, forms: [form], when, dueDays, expireDays, flagWhenLate: true };
}

function aForm(id: string, instrument: string, items: readonly (readonly [string, number])[]) {
  const title = id === 'week' ? 'Uka' : 'Magen de siste 10 dagene';
  return {
    id,
    content: JSON.stringify({
      resourceType: 'Questionnaire',
      url: `urn:skute:form:test:${id}`,
      version: '1.0.0',
      title,
      status: 'active',
      language: 'nb',
      extension: [
        { url: 'urn:skute:form:instrument', valueCanonical: `urn:skute:instrument:${instrument}` },
        { url: 'urn:skute:form:why', valueString: 'For å følge med.' },
      ],
      item: items.map(([linkId, max]) => ({
        linkId,
        type: 'integer',
        text: `Hvor mye ${linkId}?`,
        required: linkId !== 'daily-life',
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
          { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: max },
        ],
      })),
    }),
  };
}

function texts(title: string): Texts {
  const titles = (...pairs: readonly (readonly [string, string])[]) =>
    Object.fromEntries(pairs.map(([id, value]) => [id, { title: value, summary: 'Kort' }]));
  const measures = titles(
    ['start', 'Ved starten'],
    ['three-months', 'Etter 3 måneder'],
    ['six-months', 'Etter 6 måneder'],
    ['week', 'Uka som gikk'],
  );
  return {
    programme: { title, summary: 'Kort', welcome: 'Velkommen' },
    eligibility: {},
    modules: titles(['begin', 'Kom i gang'], ['food', 'Mat og hverdag'], ['later', 'Veien videre']),
    sections: Object.fromEntries(
      ['begin-pages', 'food-pages', 'later-pages'].map((id) => [id, { title: 'Sider' }]),
    ),
    rules: {},
    measures: Object.fromEntries(
      Object.entries(measures).map(([id, { title: named }]) => [
        id,
        { title: named, why: 'For å følge med.' },
      ]),
    ),
    media: {},
  };
}
