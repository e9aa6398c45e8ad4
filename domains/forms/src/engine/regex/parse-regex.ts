/** A regex as a tree; letters are tested with a regex of one letter each, which can't run away. */
export type Part =
  | { readonly kind: 'letter'; readonly test: RegExp }
  | { readonly kind: 'all'; readonly parts: readonly Part[] }
  | { readonly kind: 'any'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly min: number; readonly max: number | null }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'look'; readonly part: Part; readonly wanted: boolean };
export type Edge = '^' | '$' | '\\b' | '\\B';

/** Right as a regex, and not one that can be run in bounded time: a reference back, or a look behind. */
export class UnsafeRegex extends Error {}

const deepest = 100;

/** `source` has passed the browser's own compiler with the flags. */
export function parseRegex(source: string, flags: string): Part {
  return new Parser(source, flags).whole();
}

class Parser {
  private place = 0;
  private depth = 0;
  private looking = false;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  whole(): Part {
    const part = this.alternatives();
    if (this.place < this.source.length) throw new UnsafeRegex('it has a part that is not understood');
    return part;
  }

  private alternatives(): Part {
    this.depth += 1;
    if (this.depth > deepest) throw new UnsafeRegex('it is nested too deeply');
    const parts = [this.sequence()];
    while (this.take('|')) parts.push(this.sequence());
    this.depth -= 1;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.place < this.source.length && !this.at('|') && !this.at(')'))
      parts.push(this.repeated(this.atom()));
    return { kind: 'all', parts };
  }

  private repeated(part: Part): Part {
    const counted = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})/.exec(
      this.source.slice(this.place, this.place + 40),
    );
    if (!counted) return part;
    this.place += counted[0].length;
    this.take('?');
    const [, sign, least, comma, most] = counted;
    const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
    const exact = comma === undefined ? min : most === '' || most === undefined ? null : Number(most);
    const max = sign === undefined ? exact : sign === '?' ? 1 : null;
    return { kind: 'repeat', part, min, max };
  }

  private atom(): Part {
    if (this.take('(')) return this.group();
    const edge = (['^', '$', '\\b', '\\B'] as const).find((one) => this.take(one));
    if (edge !== undefined) return { kind: 'edge', edge };
    return { kind: 'letter', test: new RegExp(`^(?:${this.letter()})$`, this.flags) };
  }

  private group(): Part {
    const look = this.take('?=') ? true : this.take('?!') ? false : null;
    if (this.take('?<=') || this.take('?<!')) throw new UnsafeRegex('it looks behind');
    const named = /^\?<\w+>/.exec(this.source.slice(this.place, this.place + 100));
    if (named) this.place += named[0].length;
    else if (look === null && !this.take('?:') && this.at('?')) throw new UnsafeRegex('it has flags in it');
    if (look !== null && this.looking) throw new UnsafeRegex('it looks ahead while it looks ahead');
    this.looking ||= look !== null;
    const part = this.alternatives();
    this.take(')');
    if (look !== null) this.looking = false;
    return look === null ? part : { kind: 'look', part, wanted: look };
  }

  /** The text of one letter: a class, an escape, a dot, or the letter itself. */
  private letter(): string {
    const rest = this.source.slice(this.place);
    const found =
      /^\[\^?(?:\\[^]|[^\]\\])*\]/.exec(rest) ??
      /^\\(?:u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|c[a-z]|[^])/i.exec(rest) ??
      /^[^]/u.exec(rest);
    const text = found?.[0] ?? '';
    if (/^\\(?:[1-9]|k)/.test(text)) throw new UnsafeRegex('it refers back to a part of itself');
    this.place += text.length;
    // Alone it could be read as a quantifier or a bracket.
    return /^[*+?{}()|\]/]$/.test(text) ? `\\${text}` : text;
  }

  private at(text: string): boolean {
    return this.source.startsWith(text, this.place);
  }

  private take(text: string): boolean {
    if (!this.at(text)) return false;
    this.place += text.length;
    return true;
  }
}
