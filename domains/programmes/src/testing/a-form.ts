/** A small form without a fault, in Norwegian and Swedish: a week in three numbers, a wish and some words. */
export function aForm(changes: Record<string, unknown> = {}): string {
  const questionnaire = {
    resourceType: 'Questionnaire',
    url: 'urn:skute:form:week',
    status: 'active',
    language: 'nb',
    extension: [
      { url: 'urn:skute:form:instrument', valueCanonical: 'urn:skute:instrument:skute-ibs-week|1.0.0' },
    ],
    ...inBoth('title', 'Uka som gikk', 'Veckan som gått'),
    item: [
      number('week-pain', 'Vondt', 'Ont'),
      number('week-gut', 'Magen', 'Magen'),
      number('week-life', 'Hverdagen', 'Vardagen'),
      {
        linkId: 'contact',
        type: 'choice',
        ...inBoth('text', 'Vil du bli ringt?', 'Vill du bli uppringd?'),
        answerOption: [
          { valueCoding: { code: 'yes', ...inBoth('display', 'Ja', 'Ja') } },
          { valueCoding: { code: 'no', ...inBoth('display', 'Nei', 'Nej') } },
        ],
      },
      { linkId: 'smokes', type: 'boolean', ...inBoth('text', 'Røyker du?', 'Röker du?') },
      { linkId: 'words', type: 'text', ...inBoth('text', 'Annet?', 'Annat?') },
    ],
    ...changes,
  };
  return `${JSON.stringify(questionnaire, null, 2)}\n`;
}

function number(linkId: string, nb: string, sv: string) {
  const extension = [
    { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
    { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
  ];
  return { linkId, type: 'integer', ...inBoth('text', nb, sv), extension };
}

/** A text and its Swedish, as FHIR writes a translation. */
function inBoth(name: string, nb: string, sv: string): Record<string, unknown> {
  const extension = [
    { url: 'lang', valueCode: 'sv' },
    { url: 'content', valueString: sv },
  ];
  return {
    [name]: nb,
    [`_${name}`]: {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension }],
    },
  };
}
