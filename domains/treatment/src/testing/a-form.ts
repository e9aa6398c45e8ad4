/** A week in three numbers, a wish, and a detail that is asked for only then. Scored as `skute-ibs-week`. */
export const weekForm = {
  id: 'week',
  content: JSON.stringify({
    resourceType: 'Questionnaire',
    url: 'urn:skute:form:test:week',
    version: '1.0.0',
    title: 'Uka',
    status: 'active',
    language: 'nb',
    extension: [
      { url: 'urn:skute:form:instrument', valueCanonical: 'urn:skute:instrument:skute-ibs-week|1.0.0' },
      { url: 'urn:skute:form:why', valueString: 'For å følge med.' },
    ],
    item: [
      number('week-pain', 'Hvor vondt?'),
      number('week-gut', 'Hvor mye mage?'),
      number('week-life', 'Hvor mye i veien?'),
      { linkId: 'contact', type: 'boolean', text: 'Vil du bli ringt?' },
      {
        linkId: 'when',
        type: 'string',
        text: 'Når passer det?',
        maxLength: 40,
        enableWhen: [{ question: 'contact', operator: '=', answerBoolean: true }],
      },
    ],
  }),
};

function number(linkId: string, text: string) {
  return {
    linkId,
    type: 'integer',
    text,
    required: true,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
      { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
    ],
  };
}

/** Three equal numbers, and whatever else. */
export function aWeek(each: number, more: readonly object[] = []) {
  return {
    resourceType: 'QuestionnaireResponse' as const,
    status: 'in-progress',
    item: [
      ...['week-pain', 'week-gut', 'week-life'].map((linkId) => ({
        linkId,
        answer: [{ valueInteger: each }],
      })),
      ...more,
    ],
  };
}
