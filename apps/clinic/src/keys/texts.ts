import { defineTexts } from '@skute/ui/i18n';

export const keyTexts = defineTexts('keys', {
  palette: { nb: 'Søk eller gjør', nn: 'Søk eller gjer', sv: 'Sök eller gör', en: 'Search or do' },
  paletteHelp: {
    nb: 'Skriv hva du vil gjøre, eller et navn.',
    nn: 'Skriv kva du vil gjere, eller eit namn.',
    sv: 'Skriv vad du vill göra, eller ett namn.',
    en: 'Type what you want to do, or a name.',
  },
  search: { nb: 'Søk etter pasient', nn: 'Søk etter pasient', sv: 'Sök patient', en: 'Search for a patient' },
  searchFor: {
    nb: 'Søk etter pasient: {text}',
    nn: 'Søk etter pasient: {text}',
    sv: 'Sök patient: {text}',
    en: 'Search for patient: {text}',
  },
  undoLatest: {
    nb: 'Angre det siste',
    nn: 'Angre det siste',
    sv: 'Ångra det senaste',
    en: 'Undo the latest',
  },
  found_one: { nb: '{count} treff', nn: '{count} treff', sv: '{count} träff', en: '{count} match' },
  found_other: { nb: '{count} treff', nn: '{count} treff', sv: '{count} träffar', en: '{count} matches' },
  sheet: { nb: 'Snarveier', nn: 'Snarvegar', sv: 'Genvägar', en: 'Shortcuts' },
  here: { nb: 'På denne siden', nn: 'På denne sida', sv: 'På den här sidan', en: 'On this page' },
  go: { nb: 'Gå til', nn: 'Gå til', sv: 'Gå till', en: 'Go to' },
  always: { nb: 'Overalt', nn: 'Overalt', sv: 'Överallt', en: 'Anywhere' },
  sheetHelp: {
    nb: 'Bokstavene virker når lista har fokus. De kan slås av i menyen din. Ctrl K virker alltid.',
    nn: 'Bokstavane verkar når lista har fokus. Dei kan slåast av i menyen din. Ctrl K verkar alltid.',
    sv: 'Bokstäverna fungerar när listan har fokus. De kan stängas av i din meny. Ctrl K fungerar alltid.',
    en: 'The letters work while the list has focus. They can be turned off in your menu. Ctrl K always works.',
  },
  off: {
    nb: 'Snarveier med én tast er slått av. Du slår dem på i menyen din.',
    nn: 'Snarvegar med éin tast er slått av. Du slår dei på i menyen din.',
    sv: 'Genvägar med en tangent är avstängda. Du slår på dem i din meny.',
    en: 'Single-key shortcuts are off. You turn them on in your menu.',
  },
});
