/** A form of 25 questions, worded for the benchmark: twelve are scored, in nine scores. Asked of everybody, once. */
import type { ReadPackage } from '@skute/programmes';

export const longFormId = 'bench';

/** The areas of `skute-ibs-life`, the longest measure whose wording is our own. */
const scored = [
  'mood-low',
  'mood-control',
  'activity-plans',
  'activity-work',
  'body-comfort',
  'worry-illness',
  'worry-future',
  'food-fear',
  'food-less',
  'others-notice',
  'intimacy',
  'closeness',
];
const numbers = Array.from({ length: 12 }, (_, i) => `number-${i + 1}`);
const extents = ['Ikke i det hele tatt', 'Litt', 'En del', 'Mye', 'Veldig mye'];

const questionnaire = {
  resourceType: 'Questionnaire',
  url: 'urn:skute:form:bench:long',
  version: '1.0.0',
  title: 'Femogtjue spørsmål',
  status: 'active',
  language: 'nb',
  extension: [
    { url: 'urn:skute:form:instrument', valueCanonical: 'urn:skute:instrument:skute-ibs-life|1.0.0' },
    { url: 'urn:skute:form:why', valueString: 'For å måle hvor lang tid et skjema tar.' },
  ],
  item: [
    ...scored.map(choice),
    ...numbers.map(number),
    { linkId: 'own-words', type: 'text', text: 'Med egne ord', maxLength: 2000 },
  ],
};

/** The programme with the form, and a point that asks for it from the first day for a year. */
export function withLongForm(packed: ReadPackage): ReadPackage {
  const { programme } = packed;
  if (!programme) throw new Error('the example programme can’t be read');
  const point = {
    id: longFormId,
    forms: [longFormId],
    when: { day: 0 },
    dueDays: 365,
    expireDays: 365,
    flagWhenLate: false,
  };
  return {
    ...packed,
    forms: [...packed.forms, { id: longFormId, content: JSON.stringify(questionnaire) }],
    programme: {
      ...programme,
      forms: [...programme.forms, longFormId],
      measures: [...programme.measures, point],
    },
  };
}

function choice(linkId: string) {
  return {
    linkId,
    type: 'choice',
    text: `Hvor mye har dette plaget deg de siste fire ukene: ${linkId}?`,
    required: true,
    answerOption: extents.map((display, i) => ({
      valueCoding: {
        system: 'urn:skute:answers:bench',
        code: `extent-${i + 1}`,
        display,
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: i + 1 }],
      },
    })),
  };
}

function number(linkId: string) {
  return {
    linkId,
    type: 'integer',
    text: `Fra 0 til 10: ${linkId}?`,
    required: true,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
      { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
    ],
  };
}
