/**
 * The shapes of FHIR R4 that the engine reads and writes (http://hl7.org/fhir/R4/questionnaire.html,
 * .../questionnaireresponse.html). Loose on purpose: what is not named here is carried through untouched.
 */

export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  /** `valueString`, `valueExpression`, … */
  readonly [value: string]: unknown;
}

export interface Extended {
  readonly id?: string;
  readonly extension?: readonly Extension[];
  readonly modifierExtension?: readonly Extension[];
  readonly [field: string]: unknown;
}

export interface Coding extends Extended {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
}

export interface Quantity extends Extended {
  readonly value?: number;
  readonly comparator?: string;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}

export const itemTypes = [
  'group',
  'display',
  'boolean',
  'decimal',
  'integer',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'choice',
  'open-choice',
  'attachment',
  'reference',
  'quantity',
] as const;
export type ItemType = (typeof itemTypes)[number];

export interface Questionnaire extends Extended {
  readonly resourceType: 'Questionnaire';
  readonly url?: string;
  readonly version?: string;
  readonly title?: string;
  readonly language?: string;
  readonly contained?: readonly Extended[];
  readonly item?: readonly QuestionnaireItem[];
}

export interface QuestionnaireItem extends Extended {
  readonly linkId: string;
  readonly type: ItemType;
  readonly text?: string;
  readonly prefix?: string;
  readonly code?: readonly Coding[];
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly enableBehavior?: 'all' | 'any';
  readonly enableWhen?: readonly Extended[];
  readonly answerOption?: readonly Extended[];
  readonly answerValueSet?: string;
  readonly initial?: readonly Extended[];
  readonly item?: readonly QuestionnaireItem[];
}

/** One `value[x]` of an answer, as FHIR writes it: exactly one of the fields is there. */
export interface Answer {
  readonly id?: string;
  readonly valueBoolean?: boolean;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueString?: string;
  readonly valueUri?: string;
  readonly valueCoding?: Coding;
  readonly valueQuantity?: Quantity;
  readonly valueAttachment?: Extended;
  readonly item?: readonly ResponseItem[];
}

export interface ResponseItem {
  readonly id?: string;
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly Answer[];
  readonly item?: readonly ResponseItem[];
  /** `http://hl7.org/fhir/StructureDefinition/data-absent-reason` with `asked-declined`: *vil ikke svare*. */
  readonly extension?: readonly Extension[];
}

export interface QuestionnaireResponse extends Extended {
  readonly resourceType: 'QuestionnaireResponse';
  readonly questionnaire?: string;
  readonly status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error' | 'stopped';
  readonly item?: readonly ResponseItem[];
}
