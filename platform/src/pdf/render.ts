import { once } from 'node:events';
import { cleanDocument } from './clean-text.ts';
import type { PdfDocument } from './document.ts';
import { drawBlock, drawTop } from './draw-blocks.ts';
import { drawFooters, openSheet } from './sheet.ts';

/** Takes a core for some tenths of a second, most of it for reading the fonts: call it in a worker. */
export async function renderPdf(given: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = cleanDocument(given);
  const sheet = openSheet(document);
  const parts: Buffer[] = [];
  sheet.doc.on('data', (part: Buffer) => parts.push(part));
  drawTop(sheet, document.headerLines, document.title);
  for (const block of document.blocks) drawBlock(sheet, block);
  drawFooters(sheet, document.footerLine);
  const ended = once(sheet.doc, 'end');
  sheet.doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
