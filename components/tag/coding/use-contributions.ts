"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Answer } from "@/lib/access/answer";
import type { CodingRead } from "@/lib/tag/coding/tagging";
import { withKept } from "./kept/kept-contributions";
import type { ContributionInWords } from "./shown-contribution";

export type ReadContributions = {
  contributions: ContributionInWords[];
  coding: CodingRead;
};

type Asked = {
  /** Another address is another list: nothing of the earlier one is kept. */
  address: string;
  fromServer: readonly ContributionInWords[];
  /** Reads contributions by their ids; one that no longer exists is left out. */
  readKept: (contributionIds: string[]) => Promise<Answer<ReadContributions>>;
  onRead: (coding: CodingRead) => void;
};

/**
 * The contributions of a list that changes while it is coded. A contribution that its filter no longer finds
 * stays in place until the page is opened again. When the page is read again such contributions are read by
 * their ids, and those that were struck out or erased meanwhile are removed.
 */
export function useContributions({
  address,
  fromServer,
  readKept,
  onRead,
}: Asked): readonly ContributionInWords[] {
  const [read, setRead] = useState({ address, fromServer });
  const [contributions, setContributions] = useState(fromServer);
  if (read.fromServer !== fromServer || read.address !== address) {
    setRead({ address, fromServer });
    setContributions(read.address === address ? withKept(contributions, fromServer) : fromServer);
  }

  const readAgain = useEffectEvent(() => {
    const found = new Set(fromServer.map(({ id }) => id));
    const kept = new Set(contributions.filter(({ id }) => !found.has(id)).map(({ id }) => id));
    if (kept.size === 0) return;
    void readKept([...kept]).then(
      (answer) => {
        if (!answer.ok) return;
        const { found: again } = answer;
        const standing = new Map(again.contributions.map((contribution) => [contribution.id, contribution]));
        setContributions((before) =>
          before.flatMap((contribution) =>
            kept.has(contribution.id) ? (standing.get(contribution.id) ?? []) : contribution,
          ),
        );
        onRead(again.coding);
      },
      // Without an answer, or refused, they stay as they were; they are requested again when the page is next read.
      () => undefined,
    );
  });
  useEffect(() => readAgain(), [fromServer]);
  return contributions;
}
