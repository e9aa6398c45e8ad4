/** How a page looks. Lengths in points. */
export interface TextStyle {
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
  readonly colour: string;
  /** What is not said otherwise is bold. */
  readonly bold?: boolean;
}

const text = '#1F2D35';
const subtle = '#535F66';
const accent = '#0B5A6B';

/** 20 mm. */
const margin = 56.69;
const width = 595.28;
const height = 841.89;

/** A4. */
export const paper = {
  width,
  height,
  margin,
  contentWidth: width - 2 * margin,
  contentHeight: height - 2 * margin,
  /** Baseline of the footer. */
  footer: height - 32,
} as const;

export const colours = { text, subtle, accent, tint: '#EFF4F6', hairline: '#CFDADE' } as const;

export const styles = {
  header: { size: 9, leading: 13, colour: subtle },
  title: { size: 21, leading: 27, colour: accent, bold: true },
  heading2: { size: 14, leading: 19, colour: accent, bold: true },
  heading3: { size: 11.5, leading: 16, colour: text, bold: true },
  body: { size: 11, leading: 16.5, colour: text },
  subtle: { size: 11, leading: 16.5, colour: subtle },
  label: { size: 11, leading: 16.5, colour: subtle },
  cell: { size: 9.5, leading: 13.5, colour: text },
  headerCell: { size: 9.5, leading: 13.5, colour: accent, bold: true },
  caption: { size: 9.5, leading: 14, colour: subtle },
  tableCaption: { size: 10.5, leading: 15, colour: text, bold: true },
  noteTitle: { size: 11, leading: 16.5, colour: accent, bold: true },
  footer: { size: 8.5, leading: 12, colour: subtle },
} as const satisfies Record<string, TextStyle>;
