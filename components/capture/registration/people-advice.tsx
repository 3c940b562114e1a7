type Props = {
  named: boolean;
  /** The id of the button that saves. */
  saveId: string;
};

/** How the table of people is filled in, above it. */
export function PeopleAdvice({ named, saveId }: Props) {
  return (
    <p className="mb-2 max-w-measure text-meta text-soft">
      {!named && "Names are hidden. Show them to type or paste names. "}
      Type in a cell, or paste rows from a spreadsheet. Copy the headings too: each column then goes to the
      right place. Scroll sideways to see more columns. {/* Of no use where there is no keyboard. */}
      <span className="hidden sm:inline noscript:hidden pointer-coarse:hidden">
        Arrow keys move between cells. Enter edits a cell, and Escape restores what it said before. If a
        choice is marked, Tab, Enter, and the up and down arrows choose it. If none is marked yet, the arrows
        move through the choices.{" "}
      </span>
      <a href={`#${saveId}`} className="sr-only focus:not-sr-only">
        Skip the table
      </a>
    </p>
  );
}
