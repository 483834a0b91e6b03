/**
 * Repeats a step of scrolling for some frames. Stretches that are drawn only when near have guessed heights
 * until then, so a place is looked up again until it stays. Gives a function that stops it.
 */
export function settle(step: () => void): () => void {
  let left = 12;
  let frame = 0;
  const next = () => {
    step();
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(next);
  };
  next();
  return () => cancelAnimationFrame(frame);
}
