import { Link } from "@/components/ui/link";

type Props = {
  here: "leave" | "erase";
  participantHref: string;
  /** Only a lead erases. */
  mayErase: boolean;
};

/** The three requests that a person may make, each explained, with a link to the others. */
export function WaysOut({ here, participantHref, mayErase }: Props) {
  return (
    <dl className="mb-8 grid max-w-measure gap-3 border-l-3 border-line pl-4 text-meta">
      <div>
        <dt className="font-semibold">
          <Link href={participantHref}>To permit less</Link>
        </dt>
        <dd>
          Their words stay, but fewer people can read or quote them. They can widen the permission again.
        </dd>
      </div>
      <div>
        <dt className="font-semibold">
          {here === "leave" ? "To leave" : <Link href={`${participantHref}/leave`}>To leave</Link>}
        </dt>
        <dd>
          You can no longer log anything as theirs, and nothing of theirs is published. What they said is
          counted, and only facilitators can read it.
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
          Their words and name are permanently removed. We keep only the fact that they were present. Only the
          lead can do this.
        </dd>
      </div>
    </dl>
  );
}
