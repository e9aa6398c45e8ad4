import { type Place, seal, sealText, unseal, unsealText } from '@skute/platform/keys';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Paper, PaperPart } from './contract.ts';

/** Whose paper or delivery, and of which row: bound into the seal. */
export interface Whose {
  readonly tenantId: string;
  readonly patientId: string;
  readonly row: string;
}

/** What a clinician has written in a draft; what is as it was proposed is not among it. */
export type Written = Readonly<Partial<Record<PaperPart, string>>>;

/** Who gets it, and where. The record's address is the unit's. */
export interface Receiver {
  readonly name: string;
  readonly herId: string | null;
  readonly organisationNumber: string | null;
}

export function sealWritten(key: KeyObject, whose: Whose, written: Written): Buffer {
  return sealText(key, placeOf('paper.written', whose), JSON.stringify(written));
}

export function openWritten(key: KeyObject, whose: Whose, sealed: Buffer): Written {
  return WrittenShape.parse(JSON.parse(unsealText(key, placeOf('paper.written', whose), sealed)));
}

/** A field of its own: a draft's content does not open as what was sent, nor the other way round. */
export function sealPaper(key: KeyObject, whose: Whose, paper: Paper): Buffer {
  return sealText(key, placeOf('paper.content', whose), JSON.stringify(paper));
}

export function openPaper(key: KeyObject, whose: Whose, sealed: Buffer): Paper {
  return Paper.parse(JSON.parse(unsealText(key, placeOf('paper.content', whose), sealed)));
}

export function sealPdf(key: KeyObject, whose: Whose, pdf: Uint8Array): Buffer {
  return seal(key, placeOf('paper.pdf', whose), pdf);
}

export function openPdf(key: KeyObject, whose: Whose, sealed: Buffer): Buffer {
  return unseal(key, placeOf('paper.pdf', whose), sealed);
}

export function sealReceiver(key: KeyObject, whose: Whose, receiver: Receiver): Buffer {
  return sealText(key, placeOf('delivery.recipient', whose), JSON.stringify(receiver));
}

export function openReceiver(key: KeyObject, whose: Whose, sealed: Buffer): Receiver {
  return ReceiverShape.parse(JSON.parse(unsealText(key, placeOf('delivery.recipient', whose), sealed)));
}

const WrittenShape: z.ZodType<Written> = z.partialRecord(PaperPart, z.string());
const ReceiverShape: z.ZodType<Receiver> = z.strictObject({
  name: z.string(),
  herId: z.string().nullable(),
  organisationNumber: z.string().nullable(),
});

function placeOf(field: string, { tenantId, patientId, row }: Whose): Place {
  const [table = '', name = ''] = field.split('.');
  return { tenant: tenantId, person: patientId, table: `papers.${table}`, row, field: name };
}
