import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent, a deep teal; index 7 carries white text, index 4 reads on dark ground. */
const accent: MantineColorsTuple = [
  '#eaf6f5',
  '#d3ebe9',
  '#a6d6d3',
  '#74bfbb',
  '#4bb0ab',
  '#1f938f',
  '#0f7d7b',
  '#0b6e6e',
  '#085757',
  '#053f40',
];

/** Greys with a trace of the accent; dark[7] is the ground of the dark theme. */
const gray: MantineColorsTuple = [
  '#f8f9f9',
  '#f0f2f2',
  '#e3e7e7',
  '#d2d8d8',
  '#b4bdbd',
  '#8a9696',
  '#5f6b6b',
  '#465151',
  '#2c3535',
  '#182020',
];
const dark: MantineColorsTuple = [
  '#d8dedd',
  '#b9c3c2',
  '#93a09f',
  '#6c7877',
  '#414b4b',
  '#323b3b',
  '#252d2d',
  '#171d1d',
  '#121717',
  '#0c1010',
];

/** The red of base.css: the library's own does not carry white text. */
const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fbdedb',
  '#f5b8b3',
  '#ee8f88',
  '#e66a61',
  '#d9483e',
  '#c4342b',
  '#b3261e',
  '#8f1d17',
  '#6b1510',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark, red },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.4' },
      h2: { fontSize: '17px', lineHeight: '1.4' },
      h3: { fontSize: '15px', lineHeight: '1.45' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    // A click beside it does not throw away what was typed in it.
    Modal: {
      defaultProps: { closeOnClickOutside: false },
      styles: { title: { fontSize: '17px', fontWeight: 600, lineHeight: 1.4 } },
    },
    Drawer: {
      defaultProps: { closeOnClickOutside: false },
      styles: { title: { fontSize: '17px', fontWeight: 600, lineHeight: 1.4 } },
    },
  },
});
