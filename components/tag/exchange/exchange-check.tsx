import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { Radios } from "@/components/ui/form/radios";
import { SummaryList } from "@/components/ui/summary-list";
import type { ExchangePreview } from "./exchange-state";

type Props = {
  preview: ExchangePreview;
  reviewSlug: string;
  action: (data: FormData) => void;
  submit: (event: SubmitEvent<HTMLFormElement>) => void;
  pending: boolean;
};

/** What a file would do: the numbers, its problems, and what has to be decided. */
export function ExchangeCheck({ preview, reviewSlug, action, submit, pending }: Props) {
  const { rows, problems, warnings, lists, choices, submitLabel, payload, fingerprint } = preview;
  return (
    <div className="mt-4 grid gap-6">
      {problems.length > 0 && (
        <Notice tone="warning" title="this file cannot be imported as it is">
          <p>Correct these in the file, then choose it again. Nothing was changed.</p>
          <Items items={problems} />
        </Notice>
      )}
      <SummaryList rows={rows} />
      {warnings.length > 0 && (
        <Notice title="read this before you import the file">
          <Items items={warnings} />
        </Notice>
      )}
      {lists
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <Details key={title} summary={title}>
            <Items items={items} />
          </Details>
        ))}
      {submitLabel !== null && (
        <form action={action} onSubmit={submit} className="grid gap-6">
          <input type="hidden" name="reviewSlug" value={reviewSlug} />
          <input type="hidden" name="payload" value={payload} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          {choices.map((choice) => (
            <Radios key={choice.name} {...choice} />
          ))}
          <div>
            <Button type="submit" aria-disabled={pending || undefined}>
              {submitLabel}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className="mt-1 grid list-disc gap-1 pl-5">
      {items.map((item, index) => (
        <li key={index} className="break-words">
          {item}
        </li>
      ))}
    </ul>
  );
}
