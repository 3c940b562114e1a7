"use client";

import { Details } from "@/components/ui/details";

/** How the live figures are counted, in a disclosure. A client component: its words are the same on every page. */
export function HowCounted() {
  return (
    <Details summary="How is this counted?">
      <div className="grid gap-3">
        <p>
          A figure counts each person once, however much they said. It is out of all participants who were
          present, including people who said nothing, but not hosts. Somebody who came to more than one
          roundtable counts once in the review, so the roundtables may not add up to the review total.
        </p>
        <p>
          A bar also counts each person once. People who said one kind of thing about a theme are shown under
          that kind. People who said more than one kind of thing have a separate part of the bar.
        </p>
        <p>
          Contributions with no known speaker, and shows of hands, are counted separately and never added to
          the people. Nothing said by hosts, or noted by facilitators for themselves, is in any figure. If
          somebody did not raise a theme, that does not mean that they agree or disagree with it.
        </p>
        <p>
          These figures are live and exact. They change as contributions are logged and themes are set, and
          they cover every roundtable that has started. Only facilitators see them. A release gives words for
          small numbers and rounds the others.
        </p>
      </div>
    </Details>
  );
}
