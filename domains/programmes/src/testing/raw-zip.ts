import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip as it is written, which need not be true. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Already deflated; `content` then only says what is claimed. */
  readonly deflated?: Buffer;
  readonly claimedSize?: number;
  readonly claimedCompressedSize?: number;
  readonly claimedCrc?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode; a plain file if not given. */
  readonly mode?: number;
  /** Share the data of the first entry, as overlapping bombs do. */
  readonly overlapsFirst?: boolean;
}

/** A zip byte by byte, since a proper library refuses to write what we need to refuse. */
export function rawZip(
  entries: readonly RawEntry[],
  claims: { readonly entryCount?: number; readonly zip64?: boolean } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = dataOf(entry);
    const at = entry.overlapsFirst === true ? 0 : offset;
    directory.push(centralHeader(entry, data, at));
    if (entry.overlapsFirst === true) continue;
    const local = Buffer.concat([localHeader(entry, data), data]);
    parts.push(local);
    offset += local.byteLength;
  }
  const central = Buffer.concat(directory);
  const count = claims.entryCount ?? entries.length;
  const end =
    claims.zip64 === true
      ? zip64End(count, central.byteLength, offset)
      : endRecord(count & 0xffff, central.byteLength, offset);
  return Buffer.concat([...parts, central, end]);
}

function dataOf(entry: RawEntry): Buffer {
  if (entry.deflated !== undefined) return entry.deflated;
  const content = Buffer.from(entry.content ?? '');
  return entry.method === 0 ? content : deflateRawSync(content);
}

function common(entry: RawEntry, data: Buffer): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(entry.flags ?? 0, 2);
  fields.writeUInt16LE(entry.method ?? 8, 4);
  fields.writeUInt32LE(entry.claimedCrc ?? crc32(content), 10);
  fields.writeUInt32LE(entry.claimedCompressedSize ?? data.byteLength, 14);
  fields.writeUInt32LE(entry.claimedSize ?? content.byteLength, 18);
  fields.writeUInt16LE(Buffer.from(entry.name).byteLength, 22);
  return fields;
}

function localHeader(entry: RawEntry, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from('504b0304', 'hex'), common(entry, data), Buffer.from(entry.name)]);
}

function centralHeader(entry: RawEntry, data: Buffer, offset: number): Buffer {
  const madeBy = Buffer.from([20, 3]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('504b0102', 'hex'),
    madeBy,
    common(entry, data),
    rest,
    Buffer.from(entry.name),
  ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('504b0606', 'hex');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('504b0607', 'hex');
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, endRecord(0xffff, size, offset)]);
}
