/**
 * The way out as a folder: `<organisation>/<id>.pdf` and `<id>.json` are put there, and `<id>.receipt.json` is picked
 * up. Whoever carries them on takes a delivery when its `.json` is there, which is written last. See docs/papers.md.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Parcel, WayOut, WayOutReceipt } from './way-out.ts';

export function fileDrop(folder: string): WayOut {
  const folderOf = (tenantId: string): string => path.join(folder, tenantId);
  return {
    async handOver(parcel) {
      const place = folderOf(parcel.tenantId);
      await mkdir(place, { recursive: true, mode: 0o700 });
      // What was said of it earlier is no answer to this.
      await rm(path.join(place, `${parcel.id}.receipt.json`), { force: true });
      await writeWhole(path.join(place, `${parcel.id}.pdf`), parcel.pdf);
      await writeWhole(path.join(place, `${parcel.id}.json`), aboutOf(parcel));
      return 'handed-over';
    },
    async receipts(tenantId, ids) {
      const files = new Set(await readdir(folderOf(tenantId)).catch(emptyWhenAbsent));
      const answered = ids.filter((id) => files.has(`${id}.receipt.json`)).slice(0, mostReceipts);
      const read = await Promise.all(answered.map((id) => readReceipt(folderOf(tenantId), id)));
      return read.flat();
    },
    async lyingHere(tenantId) {
      const files = await readdir(folderOf(tenantId)).catch(emptyWhenAbsent);
      return [...new Set(files.flatMap((file) => ours.exec(file)?.[1] ?? []))];
    },
    async takeAway(tenantId, id) {
      const files = (await readdir(folderOf(tenantId)).catch(emptyWhenAbsent)).filter(
        (file) => ours.exec(file)?.[1] === id,
      );
      await Promise.all(files.map((file) => rm(path.join(folderOf(tenantId), file), { force: true })));
    },
  };
}

/** Read at once. The others come with the next round. */
const mostReceipts = 200;

const ours = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:pdf|json|receipt\.json)(?:\.part)?$/;

/** Nobody sees half a file: it gets its name when it is whole and on the disk. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

/** What a carrier must know. No name, no number of a person, no word of health: those are in the PDF only. */
function aboutOf(parcel: Parcel): Uint8Array {
  const about = {
    format: 'skute-delivery/1',
    id: parcel.id,
    document: parcel.document,
    language: parcel.language,
    sentAt: parcel.sentAt,
    sender: parcel.sender,
    recipient: parcel.recipient,
    contentType: 'application/pdf',
    bytes: parcel.pdf.byteLength,
    sha256: createHash('sha256').update(parcel.pdf).digest('hex'),
  };
  return Buffer.from(`${JSON.stringify(about, null, 2)}\n`);
}

/** Other fields are the carrier's own, and not read. */
const ReceiptFile = z.object({
  id: z.string(),
  outcome: z.enum(['acknowledged', 'refused']),
  reference: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .optional(),
});

/** One that is half written, or is not a receipt of this delivery, says nothing yet. */
async function readReceipt(folder: string, id: string): Promise<WayOutReceipt[]> {
  const text = await readFile(path.join(folder, `${id}.receipt.json`), 'utf8').catch(emptyWhenAbsent);
  if (typeof text !== 'string') return [];
  const parsed = ReceiptFile.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.id !== id) return [];
  return [{ id, said: parsed.data.outcome, reference: parsed.data.reference ?? null }];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function emptyWhenAbsent(failure: NodeJS.ErrnoException): string[] {
  if (failure.code === 'ENOENT') return [];
  throw failure;
}
