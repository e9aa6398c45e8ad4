import { type Language, languages } from './programme.ts';
import { limits } from './limits.ts';

/** A file that format 1 knows. Everything else is left out when packed and refused in a zip. */
export type KnownFile =
  | {
      readonly kind:
        | 'programme'
        | 'rules'
        | 'measures'
        | 'evidence'
        | 'licence'
        | 'content-hash'
        | 'readme'
        | 'media-readme';
    }
  | { readonly kind: 'texts'; readonly language: Language }
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'page'; readonly module: string; readonly step: string; readonly language: Language }
  | { readonly kind: 'picture'; readonly name: string }
  | { readonly kind: 'film'; readonly name: string; readonly type: 'webm' | 'mp4' }
  | { readonly kind: 'captions' | 'transcript'; readonly name: string; readonly language: Language };

/** Lower-case ASCII words joined by hyphens: safe as a file name, a URL part and a key on every system. */
export const idPattern = /^[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}$/;

const fixed: Record<string, KnownFile> = {
  'programme.yaml': { kind: 'programme' },
  'rules.yaml': { kind: 'rules' },
  'measures.yaml': { kind: 'measures' },
  'evidence.md': { kind: 'evidence' },
  LICENCE: { kind: 'licence' },
  'content-hash.json': { kind: 'content-hash' },
  'README.md': { kind: 'readme' },
  'media/README.md': { kind: 'media-readme' },
};

export function knownFile(path: string): KnownFile | undefined {
  if (path.length > 200) return undefined;
  if (Object.hasOwn(fixed, path)) return fixed[path];
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  const [name = '', ...ends] = last.split('.');
  if (!idPattern.test(name) && parts[0] !== 'texts') return undefined;
  if (parts[0] === 'texts' && parts.length === 1) return texts(name, ends);
  if (parts[0] === 'forms' && parts.length === 1) return form(name, ends);
  if (parts[0] === 'steps' && parts.length === 2) return page(parts[1] ?? '', name, ends);
  if (parts[0] === 'media' && parts.length === 1) return media(name, ends);
  return undefined;
}

/** The path made anew from its parts, so that no name from an untrusted zip is used as it came. */
export function pathOf(file: KnownFile): string {
  switch (file.kind) {
    case 'programme':
      return 'programme.yaml';
    case 'rules':
      return 'rules.yaml';
    case 'measures':
      return 'measures.yaml';
    case 'evidence':
      return 'evidence.md';
    case 'licence':
      return 'LICENCE';
    case 'content-hash':
      return 'content-hash.json';
    case 'readme':
      return 'README.md';
    case 'media-readme':
      return 'media/README.md';
    case 'texts':
      return `texts/${file.language}.yaml`;
    case 'form':
      return `forms/${file.form}.json`;
    case 'page':
      return `steps/${file.module}/${file.step}.${file.language}.md`;
    case 'picture':
      return `media/${file.name}.svg`;
    case 'film':
      return `media/${file.name}.${file.type}`;
    case 'captions':
      return `media/${file.name}.${file.language}.vtt`;
    case 'transcript':
      return `media/${file.name}.${file.language}.md`;
  }
}

export function maximumBytes(file: KnownFile): number {
  if (file.kind === 'picture') return limits.svgBytes;
  if (file.kind === 'form') return limits.formBytes;
  return file.kind === 'film' ? limits.filmBytes : limits.textBytes;
}

function texts(name: string, ends: readonly string[]): KnownFile | undefined {
  return isLanguage(name) && ends.join('.') === 'yaml' ? { kind: 'texts', language: name } : undefined;
}

function form(name: string, ends: readonly string[]): KnownFile | undefined {
  return ends.join('.') === 'json' ? { kind: 'form', form: name } : undefined;
}

function page(module: string, step: string, ends: readonly string[]): KnownFile | undefined {
  const [language, type, ...rest] = ends;
  if (!idPattern.test(module) || !isLanguage(language) || type !== 'md' || rest.length > 0) return undefined;
  return { kind: 'page', module, step, language };
}

function media(name: string, ends: readonly string[]): KnownFile | undefined {
  const [first, second, ...rest] = ends;
  if (rest.length > 0) return undefined;
  if (second === undefined) {
    if (first === 'svg') return { kind: 'picture', name };
    return first === 'webm' || first === 'mp4' ? { kind: 'film', name, type: first } : undefined;
  }
  if (!isLanguage(first)) return undefined;
  if (second === 'vtt') return { kind: 'captions', name, language: first };
  return second === 'md' ? { kind: 'transcript', name, language: first } : undefined;
}

export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly (string | undefined)[]).includes(text);
}
