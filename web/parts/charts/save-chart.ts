/** A drawing as a file: what is seen, with the colours that it has now, on paper's ground. */

const kept = [
  ...[
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-opacity',
    'paint-order',
    'opacity',
    'fill-opacity',
  ],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor'],
];

/** Styles of the page are written into each part: outside of it they would be gone. */
function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const parts = drawing.querySelectorAll<SVGElement>('*');
  for (const [at, part] of copy.querySelectorAll<SVGElement>('*').entries()) {
    const shown = parts[at] && getComputedStyle(parts[at]);
    if (shown) for (const name of kept) part.style.setProperty(name, shown.getPropertyValue(name));
    part.removeAttribute('class');
  }
  const { width, height } = drawing.viewBox.baseVal;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

function hand(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export const saveSvg = (drawing: SVGSVGElement, name: string): void =>
  hand(`${name}.svg`, new Blob([svgText(drawing)], { type: 'image/svg+xml' }));

/** Sharp enough for a slide. */
const times = 2;

export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(drawing))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * times, height * times];
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (content) hand(`${name}.png`, content);
}
