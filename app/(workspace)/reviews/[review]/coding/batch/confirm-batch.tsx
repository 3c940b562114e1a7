import { randomUUID } from "node:crypto";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Form } from "@/components/ui/form/form";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { codingAddress } from "@/lib/tag/coding/coding-filter";
import type { CodingAddress } from "@/lib/tag/coding/coding-address";
import type { Theme } from "@/lib/tag/codebook/theme";
import { setOnAll } from "./actions";

type Props = {
  reviewSlug: string;
  search: CodingAddress;
  theme: Theme;
  stance: Stance;
  /** The contributions that it is set on, and how many of them have it already. */
  ids: readonly string[];
  already: number;
  back: string;
};

/** What the batch would change, and the button that does it. */
export function ConfirmBatch({ reviewSlug, search, theme, stance, ids, already, back }: Props) {
  return (
    <section aria-labelledby="preview" className="mt-8 border-t border-line pt-5">
      <h2 id="preview">
        {theme.title}, {STANCES[stance].word.toLowerCase()}, on {countOf(ids.length, "contribution")}
      </h2>
      <p className="mt-1 max-w-measure">
        {already === 0
          ? "You have not set it on any of them yet."
          : `You have already set it on ${already} of them. Those do not change.`}{" "}
        Themes set by colleagues stay. You can undo the whole change in one step.
      </p>
      <Form
        action={setOnAll}
        submitLabel={`Set ${theme.title} on ${countOf(ids.length, "contribution")}`}
        actions={
          <ButtonLink href={back} variant="quiet">
            Cancel
          </ButtonLink>
        }
      >
        <input type="hidden" name="reviewSlug" value={reviewSlug} />
        <input type="hidden" name="search" value={codingAddress("", search).slice(1)} />
        <input type="hidden" name="themeId" value={theme.id} />
        <input type="hidden" name="stance" value={stance} />
        <input type="hidden" name="expected" value={contributionsDigest(ids)} />
        <input type="hidden" name="id" value={randomUUID()} />
      </Form>
    </section>
  );
}
