/** A small vite plugin: writes each built text file as brotli and gzip too, so that the server need not. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(js|css|html|svg|webmanifest)$/;
/** Below this a compressed file saves less than it costs to look for. */
const worthBytes = 1024;

export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'skute-precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      // A build that failed has made nothing; its own error is what should be read.
      if (!existsSync(outDir)) return;
      for (const file of filesIn(outDir)) compress(file);
    },
  };
}

function compress(file: string): void {
  const content = readFileSync(file);
  if (content.length < worthBytes) return;
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && text.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
