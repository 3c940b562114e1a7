"use client";

import { Link } from "@/components/ui/link";
import { useEffect, useState } from "react";
import { StateTag } from "@/components/capture/roundtable/state-tag";
import { listenLive } from "@/components/live/stream";
import { recordingProblem, type RoundtableState } from "@/lib/capture/roundtable/states";
import { fetchSession } from "./fetch-session";

type Props = { roundtableId: string; state: RoundtableState };

/**
 * The present state. The page is not read again for it: if the network failed at that moment, the browser
 * would leave the page in which somebody is typing.
 */
function useLiveState({ roundtableId, state }: Props): RoundtableState {
  const [now, setNow] = useState(state);
  useEffect(() => {
    const left = new AbortController();
    const stop = listenLive(({ kind, roundtableId: where }) => {
      if (kind !== "connected" && !(kind === "roundtable.changed" && where === roundtableId)) return;
      void fetchSession(roundtableId, left.signal).then((session) => session && setNow(session.state));
    });
    return () => {
      stop();
      left.abort();
    };
  }, [roundtableId]);
  return now;
}

export function LiveStateTag(props: Props) {
  return <StateTag state={useLiveState(props)} />;
}

/** Why nothing can be logged here, while that is so. */
export function LiveProblem({ href, ...props }: Props & { href: string }) {
  const problem = recordingProblem(useLiveState(props));
  if (problem === null) return null;
  return (
    <p className="mb-6 max-w-measure border-l-4 border-accent bg-accent-soft px-4 py-3">
      {problem} <Link href={href}>The roundtable’s page</Link>
    </p>
  );
}
