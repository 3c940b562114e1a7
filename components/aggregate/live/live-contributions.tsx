"use client";

import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { Quote } from "@/components/ui/quote";
import type { Stance } from "@/lib/capture/contribution/stance";

type Props = {
  contributions: readonly {
    id: string;
    text: string;
    stances: readonly Stance[];
    /** Who said it, where, and who may read it. */
    about: readonly string[];
  }[];
};

/** What was said, as facilitators read it. A client component, so that a page holds it once as markup and once as data alone. */
export function LiveContributions({ contributions }: Props) {
  return (
    <ul className="mt-5 grid gap-6">
      {contributions.map(({ id, text, stances, about }) => (
        <li key={id}>
          <Quote
            source={
              <>
                {stances.map((stance) => (
                  <StanceSign key={stance} stance={stance} />
                ))}
                {about.map((words) => (
                  <span key={words}>{words}</span>
                ))}
              </>
            }
          >
            <p className="whitespace-pre-line">{text}</p>
          </Quote>
        </li>
      ))}
    </ul>
  );
}
