/**
 * Test persons whose numbers are not in a synthetic series, published by those who own the test environment. Only
 * entries with a source: a number that merely occurs in somebody's test code may be a living person's.
 */
export const publishedTestPersons: readonly {
  readonly number: string;
  readonly name: string;
  readonly source: string;
}[] = [
  {
    number: '13116900216',
    name: 'Line Danser',
    source:
      'Norsk helsenett, "PREG - Endringer i testdata hos Norsk helsenett" (nhn.no), names her as a test person of the ' +
      'testaktør document that is kept; the number stands in public test code of Norsk helsenett and NAV.',
  },
];
