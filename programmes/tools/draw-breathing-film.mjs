// Draws the film "breathing": someone sits by the sea with a hand on the belly.
// The belly rises for 4 s and falls for 6 s, four times; a small boat rises and sinks in the same pace.
//
// Run from anywhere:   node programmes/tools/draw-breathing-film.mjs
// Needs two programs:  rsvg-convert and ffmpeg (Debian: apt-get install librsvg2-bin ffmpeg)
// Writes to programmes/ibs/media/: breathing.webm, breathing.mp4 and breathing-poster.svg
//
// One breath is drawn as SVG, frame by frame, and repeated. All that moves is back where it began
// after one breath, so the repeats join without a jump. There is no sound and no text in the picture.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const media = fileURLToPath(new URL('../ibs/media/', import.meta.url));

const breath = { inSeconds: 4, outSeconds: 6, rounds: 4 };
const breathSeconds = breath.inSeconds + breath.outSeconds;
const framesPerSecond = 25;
const width = 640;
const height = 360;
const sky = '#EFF4F6';

const palette = {
  ink: '#1F2D35',
  soft: '#CFDEE2',
  accent: '#0B5A6B',
  sun: '#B4531A',
  sea: '#2B6CB0',
  paper: '#FFFFFF',
  body: '#E9D8CB',
};
// The poster is a picture of the programme: its colours follow the reader's light or dark screen.
const paletteOfPictures = Object.fromEntries(
  Object.entries(palette).map(([name, hex]) => [name, `var(--${name}, ${hex})`]),
);

await drawPoster();
await drawFilm();

async function drawPoster() {
  await writeFile(join(media, 'breathing-poster.svg'), picture(paletteOfPictures, breath.inSeconds));
}

async function drawFilm() {
  const folder = await mkdtemp(join(tmpdir(), 'breathing-'));
  await drawFrames(folder);
  const frames = [
    '-y',
    '-loglevel',
    'error',
    '-loop',
    '1',
    '-framerate',
    `${framesPerSecond}`,
    '-i',
    join(folder, '%03d.png'),
  ];
  const length = [
    '-t',
    `${breathSeconds * breath.rounds}`,
    '-an',
    '-map_metadata',
    '-1',
    '-pix_fmt',
    'yuv420p',
  ];
  const vp9 = ['-c:v', 'libvpx-vp9', '-crf', '41', '-b:v', '0', '-g', '250', '-row-mt', '1'];
  const h264 = [
    '-c:v',
    'libx264',
    '-preset',
    'veryslow',
    '-tune',
    'animation',
    '-crf',
    '26',
    '-movflags',
    '+faststart',
  ];
  await run('ffmpeg', [...frames, ...length, ...vp9, join(media, 'breathing.webm')]);
  await run('ffmpeg', [...frames, ...length, ...h264, join(media, 'breathing.mp4')]);
  await rm(folder, { recursive: true });
}

async function drawFrames(folder) {
  const numbers = Array.from({ length: breathSeconds * framesPerSecond }, (_, number) => number);
  const drawNext = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const name = join(folder, String(number).padStart(3, '0'));
      await writeFile(`${name}.svg`, picture(palette, number / framesPerSecond, sky));
      await run('rsvg-convert', ['--width', `${width}`, '--output', `${name}.png`, `${name}.svg`]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
}

/** How full the belly is, 0 to 1, so many seconds into a breath. Starts, turns and ends softly. */
function fullness(seconds) {
  const phase =
    seconds < breath.inSeconds
      ? seconds / breath.inSeconds
      : 1 + (seconds - breath.inSeconds) / breath.outSeconds;
  return (1 - Math.cos(Math.PI * phase)) / 2;
}

function picture(colours, seconds, background) {
  const full = fullness(seconds);
  const turn = seconds / breathSeconds;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<g fill="none" stroke="${colours.ink}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
${background ? `<rect width="${width}" height="${height}" fill="${background}" stroke="none"/>` : ''}
<circle cx="566" cy="70" r="28" fill="${colours.body}" stroke="none"/>
${wave(colours, { y: 208 - 3 * full, swing: 3, length: 128, shift: turn })}
${boat(colours, full, turn)}
${wave(colours, { y: 240 - 9 * full, swing: 6, length: 160, shift: turn })}
${wave(colours, { y: 276 - 6 * full, swing: 7, length: 213.333, shift: 0.35 - turn })}
${wave(colours, { y: 314 - 4 * full, swing: 6, length: 160, shift: 0.6 + turn })}
${jetty(colours)}
${person(colours, full)}
</g>
</svg>
`;
}

/** A band of sea with a swelling edge; a shift of 1 moves it by one whole wave. */
function wave({ soft, sea }, { y, swing, length, shift }) {
  const start = length * ((shift % 1) - 2);
  const waves = Math.ceil(width / length) + 2;
  const edge = `M${round(start)} ${round(y)}q${round(length / 4)} ${-swing * 2} ${round(length / 2)} 0${`t${round(length / 2)} 0`.repeat(waves * 2 - 1)}`;
  return `<path d="${edge}V${height + 20}H${round(start)}Z" fill="${soft}" stroke="none"/>
<path d="${edge}" stroke="${sea}"/>`;
}

function boat({ ink, accent, sun, paper }, full, turn) {
  const tilt = 1.6 * Math.sin(2 * Math.PI * turn);
  const belly = 4 * full; // the sail fills a little with every breath in
  return `<g transform="translate(388 ${round(120 - 15 * full)}) rotate(${round(tilt)} 80 120) scale(1.7)" stroke-width="1.8">
<path d="M45 8V60" stroke="${ink}"/>
<path d="M41 12C${round(30 - belly / 2)} 26 ${round(22 - belly / 2)} 40 18 54H41Z" fill="${sun}"/>
<path d="M49 8C${round(66 + belly)} 22 ${round(74 + belly)} 40 76 54H49Z" fill="${paper}"/>
<path d="M10 60H84C80 70 74 74 66 74H28C20 74 14 69 10 60Z" fill="${accent}"/>
</g>`;
}

function jetty({ soft, paper }) {
  return `<path d="M40 344V${height + 10}M150 344V${height + 10}M262 344V${height + 10}" stroke-width="12"/>
<path d="M40 344V${height + 10}M150 344V${height + 10}M262 344V${height + 10}" stroke="${soft}" stroke-width="6"/>
<path d="M-10 328H292C296 328 298 330 298 334V338C298 342 296 344 292 344H-10Z" fill="${paper}"/>
<path d="M60 329V343M124 329V343M188 329V343M252 329V343" stroke-width="2.5"/>
<path d="M97 248L90 327M165 248L172 327"/>
<rect x="84" y="234" width="94" height="14" rx="7" fill="${soft}"/>`;
}

/** Seated, turned towards the sea; (0,0) is the hip. Shoulders and head keep still: only belly and hand move. */
function person({ soft, accent, sun, paper, body }, full) {
  const belly = round(15 * full);
  const front = 42 + belly;
  return `<g transform="translate(128 212)">
<path d="M4 2L104 0L110 94" stroke-width="36"/><path d="M4 2L104 0L110 94" stroke="${accent}" stroke-width="30"/>
${shoe(108, 102, soft)}
${head({ sun, body })}
<path d="M-34 -4C-40 8 -40 20 -30 21H40V-4C20 2 -12 2 -34 -4Z" fill="${accent}"/>
<path d="M20 2H92L90 92" stroke-width="44"/><path d="M0 2H92L90 92" stroke="${accent}" stroke-width="38"/>
${shoe(84, 102, soft)}
<path d="M-8 -118C-26 -112 -38 -98 -38 -76C-38 -48 -32 -28 -35 6C-10 10 20 8 ${38 + belly / 2} 2C${front + 2} -6 ${front + 5} -20 ${front + 4} -38C${front + 3} -60 ${round(40 + belly * 0.7)} -76 36 -96C32 -110 24 -118 18 -119C10 -113 0 -113 -8 -118Z" fill="${paper}"/>
<path d="M-12 -37Q-6 -20 ${12 + belly / 2} -24L${front - 14} -34" stroke-width="25"/>
<path d="M-12 -37Q-6 -20 ${12 + belly / 2} -24L${front - 14} -34" stroke="${body}" stroke-width="19"/>
<path d="M-6 -86C-14 -66 -16 -52 -12 -37" stroke-width="32" stroke-linecap="butt"/>
<path d="M-6 -86C-14 -66 -16 -52 -12 -37" stroke="${paper}" stroke-width="26" stroke-linecap="butt"/>
<path d="M-6.4 -85L-2.700 -94" stroke="${paper}" stroke-width="26"/>
<path d="M-26 -33L2 -41"/>
<g transform="translate(${front - 12} -36) rotate(-24)"><path d="M-8 -9C2 -13 14 -12 22 -7C28 -3 28 4 22 7C14 11 0 11 -8 9" fill="${body}"/><path d="M4 -1C9 -3 13 -2 16 1" stroke-width="2.5"/></g>
</g>`;
}

function head({ sun, body }) {
  return `<g transform="translate(4 -122) rotate(2) scale(0.45)" stroke-width="6.67">
<path d="M-42 46C-40 10 -44 -4 -48 -14L-60 -40C-70 -90 -30 -132 16 -130C62 -128 86 -100 85 -84C88 -75 85 -70 87 -62L99 -42C101 -36 94 -33 87 -32C90 -27 89 -22 83 -20C85 -15 86 -9 83 -2C78 9 56 8 48 4C42 14 42 24 44 46" fill="${body}"/>
<path d="M85 -84C90 -114 60 -140 14 -138C-42 -136 -72 -92 -64 -48C-60 -28 -50 -18 -42 -10C-36 -20 -32 -38 -25 -48C-23 -59 -11 -60 -7 -49C-3 -44 3 -48 5 -60C7 -78 29 -74 49 -84C62 -90 74 -92 85 -84Z" fill="${sun}"/>
<path d="M-9 -44C-2 -54 -14 -64 -21 -54C-25 -47 -18 -37 -13 -33M54 -60Q62 -54 70 -59M83 -20Q76 -17 70 -20"/>
</g>`;
}

function shoe(x, y, colour) {
  return `<path transform="translate(${x} ${y})" d="M-15 -9C-16 0 -17 6 -16 10C-16 13 -14 14 -11 14H34C39 14 40 10 38 6C34 -2 24 -3 15 -9Z" fill="${colour}"/>`;
}

function round(number) {
  return Number(number.toFixed(2));
}
