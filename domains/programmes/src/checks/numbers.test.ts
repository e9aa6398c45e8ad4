import { describe, expect, it } from 'vitest';
import { type Changes, problemsOf, put } from '../testing/a-package.ts';

const differences = (changes: Changes) =>
  problemsOf(changes)
    .filter(({ code }) => code === 'numbers-differ')
    .map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('numbers in two languages', () => {
  it('that differ are told with both lines', () => {
    expect(differences({ 'steps/start/welcome.sv.md': put('7 dagar', '14 dagar') })).toEqual([
      'steps/start/welcome.sv.md:5 nb has "7" (line 5), which sv lacks; sv has "14" (line 5), which nb lacks. Expected the same numbers in both.',
    ]);
  });

  it('may be in letters in one of them', () => {
    expect(differences({ 'steps/start/welcome.sv.md': put('7 dagar', 'sju dagar') })).toEqual([]);
  });

  it('are compared in exercises, transcripts and texts too', () => {
    expect(
      differences({ 'steps/start/more.nb.md': (text) => `${text}\n::breathing{in=4 out=6 rounds=8}\n` }),
    ).toHaveLength(1);
    expect(differences({ 'media/calm.sv.md': (text) => `${text}\nI 40 sekunder.\n` })).toHaveLength(1);
    expect(differences({ 'texts/sv.yaml': put('18 år', '16 år') })).toEqual([
      'texts/sv.yaml:3 nb has "18" (line 3), which sv lacks; sv has "16" (line 3), which nb lacks. Expected the same numbers in both.',
    ]);
  });

  it('are compared in titles and summaries only where there is no more', () => {
    expect(differences({ 'steps/start/more.en.md': put('A little more.', '3 things.') })).toHaveLength(1);
    expect(differences({ 'steps/start/more.nb.md': put('Her er mer.', 'Her er 3 ting.') })).toHaveLength(1);
  });
});
