import { type EChartsType, init } from 'echarts/core';

/**
 * A chart of ECharts on a canvas: into SVG it writes style attributes, which the policy of contents forbids. Its tooltips are
 * `renderMode: 'richText'` for the same reason.
 */
export function startChart(place: HTMLElement, theme?: object): EChartsType {
  // Two points for each of the page's: sharp on paper, too.
  const chart = init(place, theme, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio) });
  // What is drawn before the font has come stays in another.
  void document.fonts.ready.then(() => chart.isDisposed() || chart.resize());
  return chart;
}
