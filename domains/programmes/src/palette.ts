/** The colours of our drawings, as `var(--name, #fallback)`: by day the fallback, on a dark screen the value of `dark`. */
export const palette = {
  ink: { day: '#1F2D35', dark: '#EBECED' },
  soft: { day: '#CFDEE2', dark: '#344C55' },
  accent: { day: '#0B5A6B', dark: '#7AA5AE' },
  sun: { day: '#B4531A', dark: '#E0986B' },
  sea: { day: '#2B6CB0', dark: '#5388BF' },
  paper: { day: '#FFFFFF', dark: '#20292F' },
  body: { day: '#E9D8CB', dark: '#8A7566' },
} as const;

const darkStyle = `<style>:root{${Object.entries(palette)
  .map(([name, { dark }]) => `--${name}:${dark}`)
  .join(';')}}</style>`;

/**
 * A drawing with the dark palette put in, for a dark screen. Only for drawings that the checker has passed.
 * The style stands in the file itself, since a picture shown by `<img>` cannot see the page's own style;
 * the reply that carries it must allow inline style.
 */
export function darkPicture(svg: string): string {
  return svg.replace(/<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/, (opening) =>
    opening.endsWith('/>') ? opening : opening + darkStyle,
  );
}
