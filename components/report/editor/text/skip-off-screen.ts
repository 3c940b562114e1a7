/** Long enough that every block was laid out in between. */
const LAID_OUT_MS = 200;

/**
 * Lets the browser leave out blocks that are off screen (`content-visibility`), so that a key in a long draft costs no more
 * than in a short one. It remembers how high each block was, so that nothing moves: they are left out only once all of them
 * were laid out, and at another width they are laid out again first.
 */
export function skipOffScreen(host: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = 0;
  let stopped = false;
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    delete host.dataset.skips;
    clearTimeout(timer);
    timer = setTimeout(() => (host.dataset.skips = ""), LAID_OUT_MS);
  });
  // With other letters every block has another height.
  void document.fonts.ready.then(() => {
    if (!stopped) observer.observe(host);
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    observer.disconnect();
  };
}
