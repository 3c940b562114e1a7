import Link from "next/link";

type Props = {
  here: "leave" | "erase";
  participantHref: string;
  /** Erasing is the lead's. */
  mayErase: boolean;
};

/** The three things that somebody may ask for, told apart, with a way to each of the others. */
export function WaysOut({ here, participantHref, mayErase }: Props) {
  return (
    <dl className="mb-8 grid max-w-measure gap-3 border-l-3 border-line pl-4 text-meta">
      <div>
        <dt className="font-semibold">
          <Link href={participantHref}>To permit less</Link>
        </dt>
        <dd>Their words stay, and fewer may read or quote them from now on. It can be widened again.</dd>
      </div>
      <div>
        <dt className="font-semibold">
          {here === "leave" ? "To leave" : <Link href={`${participantHref}/leave`}>To leave</Link>}
        </dt>
        <dd>
          Nothing more is put down to them and nothing of theirs is published. What they said stays with the
          facilitators, and is counted.
        </dd>
      </div>
      <div>
        <dt className="font-semibold">
          {here === "leave" && mayErase ? (
            <Link href={`${participantHref}/erase`}>To be erased</Link>
          ) : (
            "To be erased"
          )}
        </dt>
        <dd>
          Their words and their name are removed, for good. Only that they were present is left. The lead does
          this.
        </dd>
      </div>
    </dl>
  );
}
