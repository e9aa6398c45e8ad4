const sentences = {
  'too-large': 'The document is larger than a PDF is made of.',
  'too-long': 'The document would have more than 200 pages.',
  malformed: 'The document is not a document: a row, a length, a colour or a path in it is wrong.',
  'too-busy': 'Too many PDFs are waiting to be made.',
  'took-too-long': 'The PDF took longer than it may.',
  stopped: 'What makes PDFs stopped, and has been started again.',
  failed: 'The PDF could not be made.',
} as const;

export type CannotMakePdfKind = keyof typeof sentences;

/** Says nothing of what is in the document: it may be written to a log. */
export class CannotMakePdf extends Error {
  readonly kind: CannotMakePdfKind;

  /** @param place Where in the document or the code, without words of the document. */
  constructor(kind: CannotMakePdfKind, place?: string) {
    super(place ? `${sentences[kind]} ${place}` : sentences[kind]);
    this.name = 'CannotMakePdf';
    this.kind = kind;
  }
}
