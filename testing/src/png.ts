/**
 * A picture of a screen made small: its 256 most used colours, packed as tightly as PNG allows. Screens are drawn with few
 * colours, so that what is lost is the last shade at the edge of a letter. Sections are those of the PNG specification.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureLength = 8;
/** Length, name and checksum stand round a chunk's content, four bytes each (5.3). */
const around = 12;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel as one number. */
  readonly colours: Uint32Array;
}

export function smaller(png: Buffer): Buffer {
  const { width, height, colours } = pixelsOf(png);
  const palette = mostUsed(colours, 256);
  const indexOf = nearest(palette);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x] ?? 0);
    }
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    png.subarray(0, signatureLength),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Of a picture with eight bits for each of red, green, blue and maybe opacity, as browsers write them. */
function pixelsOf(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.find(({ name }) => name === 'IHDR')?.content ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const each = header[9] === 6 ? 4 : 3;
  if (header[8] !== 8 || (header[9] !== 2 && header[9] !== 6)) throw new Error('not a picture by a browser');
  const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content);
  const bytes = unfiltered(inflateSync(Buffer.concat(packed)), width * each, each);
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * each, 3);
  return { width, height, colours };
}

/** Each byte stands as the difference from what its line's filter expects there (9.2). */
function unfiltered(filtered: Buffer, lineLength: number, each: number): Buffer {
  const height = filtered.length / (lineLength + 1);
  const bytes = Buffer.alloc(height * lineLength);
  for (let y = 0; y < height; y += 1) {
    const filter = filtered[y * (lineLength + 1)] ?? 0;
    for (let x = 0; x < lineLength; x += 1) {
      const at = y * lineLength + x;
      const left = x < each ? 0 : (bytes[at - each] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - lineLength] ?? 0);
      const aboveLeft = x < each || y === 0 ? 0 : (bytes[at - lineLength - each] ?? 0);
      bytes[at] = (filtered[at + y + 1] ?? 0) + expected(filter, left, above, aboveLeft);
    }
  }
  return bytes;
}

function expected(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [toLeft, toAbove] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft)];
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}

function mostUsed(colours: Uint32Array, count: number): number[] {
  const used = new Map<number, number>();
  for (const colour of colours) used.set(colour, (used.get(colour) ?? 0) + 1);
  const byUse = [...used].toSorted(([, one], [, other]) => other - one);
  return byUse.slice(0, count).map(([colour]) => colour);
}

function nearest(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    let index = known.get(colour);
    if (index === undefined) known.set(colour, (index = closest(palette, colour)));
    return index;
  };
}

function closest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, one] of palette.entries()) {
    const away =
      ((one >> 16) - (colour >> 16)) ** 2 +
      (((one >> 8) & 255) - ((colour >> 8) & 255)) ** 2 +
      ((one & 255) - (colour & 255)) ** 2;
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

function partsOf(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunksOf(png: Buffer): { name: string; content: Buffer }[] {
  const chunks: { name: string; content: Buffer }[] = [];
  let at = signatureLength;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    chunks.push({ name, content: png.subarray(at + 8, at + 8 + length) });
    at += length + around;
  }
  return chunks;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(content.length + around);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), content.length + 8);
  return whole;
}
