import { describe, expect, it } from 'vitest';
import { collectProblems } from '../problems.ts';
import { checkVtt } from './vtt.ts';

function problemsOf(text: string): string[] {
  const { report, problems } = collectProblems();
  checkVtt('a.vtt', text, report);
  return problems.map(({ code, line }) => `${code} ${line}`);
}

describe('captions', () => {
  it('may have names of cues, notes, settings, speakers and hours', () => {
    const text =
      'WEBVTT - Pust\n\nNOTE fra oss\n\n1\n00:00.000 --> 00:04.000 line:0\n<v Anna>Pust.\n\n01:00:00.000 --> 01:00:01.500\n<i>Ut</i>\nog inn.\n';
    expect(problemsOf(text)).toEqual([]);
  });

  it('may have line ends of Windows and a byte order mark', () => {
    expect(problemsOf('\uFEFFWEBVTT\r\n\r\n00:00.000 --> 00:04.000\r\nPust.\r\n')).toEqual([]);
  });

  const broken: Record<string, readonly [text: string, found: string]> = {
    'no first line': ['00:00.000 --> 00:01.000\nA\n', 'vtt-syntax 1'],
    'commas for points': ['WEBVTT\n\n00:00,000 --> 00:01,000\nA\n', 'vtt-syntax 3'],
    'no words': ['WEBVTT\n\n00:00.000 --> 00:01.000\n', 'vtt-syntax 3'],
    'no captions': ['WEBVTT\n', 'vtt-syntax 1'],
    'words without a time': ['WEBVTT\n\nPust inn.\n', 'vtt-syntax 3'],
    'a style': ['WEBVTT\n\nSTYLE\n::cue { background: url(https://a.no) }\n', 'vtt-syntax 3'],
    HTML: ['WEBVTT\n\n00:00.000 --> 00:01.000\n<img src=x>\n', 'vtt-syntax 3'],
    'an end before its beginning': ['WEBVTT\n\n00:02.000 --> 00:01.000\nA\n', 'vtt-order 3'],
    'a caption before the one above': [
      'WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:04.000\nB\n',
      'vtt-order 6',
    ],
  };
  for (const [what, [text, found]] of Object.entries(broken)) {
    it(`with ${what} are reported`, () => expect(problemsOf(text)).toContain(found));
  }
});
