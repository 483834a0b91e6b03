/** Wong's colours, made lighter or darker to stand on both grounds; told apart by colour-blind eyes. */
export const palettes = {
  light: ['#0b6e6e', '#3a7fc4', '#c98a00', '#8a4f9e', '#b5542b', '#7a8786', '#4d9a5b', '#d16a8f', '#4c4f9c', '#8c7a2e'],
  dark: ['#3fa8a2', '#7db2ea', '#e8b83e', '#c39ad4', '#e08a63', '#9aa7a5', '#86cc92', '#eda3bd', '#9d9fe6', '#cdbb6b'],
};
