const mostFrames = 12;
const stillFrames = 3;

/**
 * Repeats a step of scrolling, which says whether it had to move anything, until nothing moves any more. Stretches that
 * are drawn only when near have guessed heights until then, so a place is looked up again until it stays. Gives a
 * function that stops it.
 */
export function settle(step: () => boolean): () => void {
  let left = mostFrames;
  let still = 0;
  let frame = 0;
  const next = () => {
    still = step() ? 0 : still + 1;
    left -= 1;
    if (left > 0 && still < stillFrames) frame = requestAnimationFrame(next);
  };
  next();
  return () => cancelAnimationFrame(frame);
}
