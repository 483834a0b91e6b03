const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/coc_coc|CocCoc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (device: string, names: [RegExp, string][]) => names.find(([sign]) => sign.test(device))?.[1];

/** "Chrome · Windows" out of what a browser says of itself; undefined where it says nothing known. */
export function deviceName(device: string): string | undefined {
  const parts = [named(device, browsers), named(device, systems)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
