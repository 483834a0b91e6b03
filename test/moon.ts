import { dateOfNumber, type PlainDate } from '../src/values/plain-date.ts';

/**
 * Days of the lunar calendar as Việt Nam counts it (UTC+7), computed from the moon and the sun (J. Meeus, Astronomical
 * Algorithms, chapters 25 and 49, the largest terms: right to a few minutes): nothing the calendar's own text was made from.
 */

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Julian day of the k-th new moon after that of January 2000, in Việt Nam. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = radians(2.5534 + 29.1053567 * k);
  const moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
  const latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const terms: [number, number][] = [
    [-0.4072, moon],
    [0.17241, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739, moon - sun],
    [-0.00514, moon + sun],
    [0.00208, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056, 2 * moon + sun],
    [-0.00042, 3 * moon],
  ];
  const earthSlower = 70 / 86_400;
  return mean + terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), 0) - earthSlower + 7 / 24;
}

/** Degrees that the sun has gone along its path at the beginning of a day in Việt Nam. */
function sunAt(day: number): number {
  const t = (day + 2440587.5 - 7 / 24 - 2451545) / 36525;
  const anomaly = radians(357.52911 + 35999.05029 * t);
  const centre = 1.914602 * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  return (((280.46646 + 36000.76983 * t + centre - 0.00569) % 360) + 360) % 360;
}

const dayOf = (julian: number): number => Math.floor(julian - 2440587.5);

/** The first day of the lunar month in which the sun passes these degrees: 330 is in the first month, 30 in the third. */
export function lunarMonthStart(year: number, degrees: number): PlainDate {
  const near = Math.round((year - 2000) * 12.3685) - 1;
  const starts = Array.from({ length: 8 }, (_, step) => dayOf(newMoon(near + step)));
  for (const [index, start] of starts.slice(0, -1).entries()) {
    const from = (sunAt(start) - degrees + 540) % 360;
    const to = (sunAt(starts[index + 1] ?? start) - degrees + 540) % 360;
    if (from < 180 && to >= 180 && to - from < 60) return dateOfNumber(start);
  }
  throw new Error(`no month of ${year} in which the sun passes ${degrees} degrees`);
}
