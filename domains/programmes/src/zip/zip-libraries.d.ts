/** The parts of yauzl and yazl that we use; neither package carries types. */

declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    /** Raw bytes, since we open with `decodeStrings: false`. */
    readonly fileName: Buffer;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    readonly crc32: number;
    readonly versionMadeBy: number;
    readonly generalPurposeBitFlag: number;
    readonly externalFileAttributes: number;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export interface Options {
    readonly decodeStrings: false;
    readonly validateEntrySizes?: boolean;
    readonly autoClose?: boolean;
  }

  export function fromFdPromise(fd: number, options: Options): Promise<ZipFile>;
}

declare module 'yazl' {
  import type { Readable } from 'node:stream';

  export class ZipFile {
    readonly outputStream: Readable;
    addBuffer(
      bytes: Buffer,
      path: string,
      options: { mtime: Date; mode: number; compress: boolean; forceDosTimestamp: boolean },
    ): void;
    end(): void;
  }
}
