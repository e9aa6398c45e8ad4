/** Words of a text. A number counts as one, and so does a word with a hyphen or an apostrophe in it. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,:/][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * LIX (läsbarhetsindex), C.-H. Björnsson, Läsbarhet, Stockholm: Liber, 1968: words per sentence + per cent of words
 * with more than six letters. Under 30 very easy, 30–40 easy, 40–50 medium, over 50 hard.
 * Each piece (paragraph, heading, list entry) ends a sentence, as a colon does in the original.
 * Undefined for a text too short to say anything about.
 */
export function lixOf(pieces: readonly string[]): number | undefined {
  const words = pieces.flatMap(wordsOf);
  if (words.length < fewestWords) return undefined;
  const sentences = pieces.flatMap(sentencesOf).length;
  const long = words.filter((word) => lettersOf(word) > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

/** One long word in a picture text would swing the figure by several points. */
const fewestWords = 50;

function sentencesOf(piece: string): string[] {
  return piece.split(/[.!?:…]+(?:\s|$)/u).filter((sentence) => wordsOf(sentence).length > 0);
}

function lettersOf(word: string): number {
  return (word.match(/\p{L}/gu) ?? []).length;
}
