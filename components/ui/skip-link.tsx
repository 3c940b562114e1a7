/** The first stop of the Tab key; the page's `<main id="main" tabIndex={-1}>` is where it leads. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only bg-card font-semibold focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:px-4 focus:py-2.5 print:hidden"
    >
      Skip to main content
    </a>
  );
}
