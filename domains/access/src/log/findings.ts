/** What a verification can find. Each says where; none tells who or what was logged. */
export type Finding =
  | { readonly what: 'link-missing'; readonly link: number }
  /** The link doesn't begin where the one before it ends, or doesn't hold its hash. */
  | { readonly what: 'link-does-not-follow'; readonly link: number }
  | {
      readonly what: 'entries-missing' | 'entries-added';
      readonly link: number;
      readonly chained: number;
      readonly found: number;
    }
  /** As many entries as were chained, but not with this content, or the link's own columns. */
  | { readonly what: 'content-changed'; readonly link: number }
  /** Entries of closed transactions that no link covers. */
  | { readonly what: 'entries-outside-links'; readonly entries: number }
  | { readonly what: 'entries-from-the-future'; readonly entries: number }
  | {
      readonly what: 'signed-link-missing' | 'signed-hash-differs' | 'signed-count-differs';
      readonly link: number;
    };

export type LedgerFinding = { readonly what: 'ledger-line-damaged'; readonly line: number };

export function sentenceOfFinding(finding: Finding | LedgerFinding): string {
  switch (finding.what) {
    case 'link-missing':
      return `link ${finding.link} is missing`;
    case 'link-does-not-follow':
      return `link ${finding.link} does not continue the one before it`;
    case 'entries-missing':
    case 'entries-added':
      return `link ${finding.link} was made over ${finding.chained} entries, and now there are ${finding.found}`;
    case 'content-changed':
      return `link ${finding.link} or one of its entries has been changed`;
    case 'entries-outside-links':
      return `${finding.entries} entries belong to closed transactions but to no link`;
    case 'entries-from-the-future':
      return `${finding.entries} entries are of transactions that have not begun yet`;
    case 'signed-link-missing':
      return `link ${finding.link} is signed in the ledger and is not there: the log has been cut at its end`;
    case 'signed-hash-differs':
      return `link ${finding.link} is not the one that was signed: the chain has been made anew`;
    case 'signed-count-differs':
      return `up to link ${finding.link} there are not as many entries as were signed`;
    case 'ledger-line-damaged':
      return `line ${finding.line} of the ledger is not a checkpoint signed with a known key`;
  }
}
