import { findingInList } from "@/lib/synthesise/finding/finding";
import { FindingList } from "@/components/synthesise/finding/finding-list";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { can, type Viewer } from "@/lib/access/policy";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import type { Theme } from "@/lib/tag/codebook/theme";

type Props = { viewer: Viewer; reviewId: string; theme: Theme; home: string };

export async function ThemeFindings({ viewer, reviewId, theme, home }: Props) {
  const findings = await listFindings(viewer, reviewId, { themeId: theme.id });
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">Findings</h2>
      {findings.length === 0 && <p className="mt-1 text-soft">There are no findings under this theme yet.</p>}
      <FindingList findings={findings.map(findingInList)} home={`${home}/findings`} />
      {!theme.retired && can(viewer, "finding.write", { reviewId }) && (
        <p className="mt-4 flex flex-wrap gap-2">
          <ButtonLink href={`${home}/findings/board/${theme.slug}`} variant="quiet" size="small">
            Open the board
          </ButtonLink>
          <ButtonLink href={`${home}/findings/new?theme=${theme.slug}`} variant="quiet" size="small">
            Write a finding
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
