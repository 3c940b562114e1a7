import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/components/ui/form/sending";
import { countOf } from "@/lib/platform/text/count-words";
import type { NewerRelease } from "@/lib/report/draft/restate";
import { QuickForm } from "./quick-form";

type Props = { reportId: string; newer: NewerRelease; bind: FormAction };

/** Says that a newer release exists, what it would change in the draft, and offers to use it. */
export function NewerReleaseNotice({ reportId, newer, bind }: Props) {
  const { id, number, boundTo, changes } = newer;
  const title =
    boundTo === null
      ? `Release ${number} covers this report, which has no figures yet`
      : `Release ${number} is newer than release ${boundTo}, where this draft’s figures come from`;
  return (
    <Notice title={title}>
      <p>
        {changes.length === 0
          ? "None of the figures in the text would change."
          : `${countOf(changes.length, "figure")} in the text would change.`}
      </p>
      {changes.length > 0 && (
        <Details summary="What would change">
          <ul className="grid gap-1">
            {changes.map(({ from, to }, index) => (
              <li key={index}>
                “{from}” becomes {to === null ? "a figure that is not shown: say it otherwise" : `“${to}”`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p className="mt-2">
        <QuickForm action={bind} fields={{ reportId, releaseId: id }} label={`Use release ${number}`} />
      </p>
    </Notice>
  );
}
