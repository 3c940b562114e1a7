"use client";

import { useActionState, useMemo, useState, type ReactNode } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import { CodingBar } from "@/components/tag/coding/coding-bar";
import type { CodingActions } from "@/components/tag/coding/coding-actions";
import { focusContribution } from "@/components/tag/coding/focus-contribution";
import { unpackPage, type PackedPage } from "@/components/tag/coding/contribution/packed-page";
import { changeWords } from "@/components/tag/coding/status-words";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import { usePrepared } from "@/components/ui/later";
import { useContributions } from "@/components/tag/coding/use-contributions";
import { useTaggings } from "@/components/tag/coding/use-taggings";
import { recodeForm } from "./later-recode-form";
import { PassageContribution } from "./passage-contribution";

type Props = {
  page: PackedPage;
  themeId: string;
  themes: readonly ShownTheme[];
  /** The one stance that is shown; absent for all. */
  stance?: Stance | undefined;
  mayRemoveOthers: boolean;
  /** This page's address with its filters, and the tagging that it opens to recode. */
  href: string;
  opened: string | null;
  actions: Pick<CodingActions, "send" | "save" | "readKept">;
  /** What follows the passages. */
  children: ReactNode;
};

const FORM = "passages";

/**
 * The passages of a theme with the words around them. A recoded one stays in place until the page is opened
 * again, so that it can be read and undone. Recoding is made when it is opened; what a button changes goes by one
 * form, because each of a hundred would say again where it is sent.
 */
export function PassageList({ page, themeId, themes, stance, href, actions, ...rest }: Props) {
  const { contributions: fromServer, coding: saved } = useMemo(
    () => unpackPage(page, themes),
    [page, themes],
  );
  const [refused, action] = useActionState(actions.save, null);
  const [recoding, setRecoding] = useState(rest.opened);
  usePrepared(recodeForm);
  const recode = (taggingId: string | null) =>
    taggingId === null || recodeForm.now()
      ? setRecoding(taggingId)
      : recodeForm.get().then(
          () => setRecoding(taggingId),
          // Without the script the same form is a page of its own.
          () => location.assign(recodeHref(taggingId, "")),
        );
  const { stateOf, ask, undo, canUndo, status, readAgain } = useTaggings(saved, {
    send: actions.send,
    words: (change) => changeWords(change, themes),
    isHere: (contributionId) => contributions.some(({ id }) => id === contributionId),
  });
  const contributions = useContributions({
    address: href,
    fromServer,
    readKept: actions.readKept,
    onRead: readAgain,
  });
  const theme = themes.find(({ id }) => id === themeId);
  if (!theme) return rest.children;
  const recodeHref = (taggingId: string | null, contributionId: string) =>
    `${taggingId === null ? href : `${href}${href.includes("?") ? "&" : "?"}recode=${taggingId}`}#contribution-${contributionId}`;
  const common = { theme, themes, action, ask, form: FORM, recoding, setRecoding: recode, recodeHref };
  return (
    <>
      <form id={FORM} action={action}>
        {refused && !refused.ok && (
          <p role="alert" className="mt-4 font-semibold text-danger">
            <span className="sr-only">Error: </span>
            {refused.message ?? Object.values(refused.fieldErrors).join(". ")}
          </p>
        )}
      </form>
      <ol aria-label="Passages" className="passage-rows">
        {contributions.map((contribution) => (
          <PassageContribution
            key={contribution.id}
            state={stateOf(contribution.id)}
            contribution={contribution}
            stance={stance}
            actions={{ ...common, mayRemoveOthers: rest.mayRemoveOthers }}
          />
        ))}
      </ol>
      {rest.children}
      <CodingBar status={status} canUndo={canUndo} onUndo={() => focusContribution(undo() ?? undefined)} />
    </>
  );
}
