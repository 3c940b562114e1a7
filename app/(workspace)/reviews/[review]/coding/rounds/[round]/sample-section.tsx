import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import type { Viewer } from "@/lib/access/policy";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import type { Round } from "@/lib/tag/rounds/queries/rounds";
import { stratumParts, widthWords } from "@/lib/tag/rounds/round-sample";
import type { Theme } from "@/lib/tag/codebook/theme";

type Props = { viewer: Viewer; round: Round; themes: readonly Theme[] };

/** How the round's contributions were drawn, and its themes. */
export async function SampleSection({ viewer, round, themes }: Props) {
  const { sampling, seed } = round;
  const roundtables = await listRoundtableTitles(viewer, round.reviewId);
  const titleOf = (id: string) => roundtables.find((one) => one.id === id)?.title ?? "";
  const [width] = widthWords(sampling.size, sampling.population);
  return (
    <section aria-labelledby="sample" className="mt-10">
      <h2 id="sample" className="mb-2">
        How it was drawn
      </h2>
      <SummaryList
        rows={[
          { key: "Contributions", value: width },
          {
            key: "Drawn in proportion to",
            value: sampling.stratifyBy === null ? "Roundtable" : `Roundtable and ${sampling.stratifyBy}`,
          },
          { key: "Seed", value: String(seed) },
          {
            key: "Themes",
            value: (
              <span className="flex flex-wrap gap-2">
                {themes.map((theme) => (
                  <ThemeChip key={theme.id} {...theme} />
                ))}
              </span>
            ),
          },
        ]}
      />
      <div className="mt-3">
        <Details summary="Contributions drawn from each group">
          <Table
            caption="Contributions drawn from each group"
            captionHidden
            columns={[
              { label: "Group" },
              { label: "Contributions", numeric: true },
              { label: "Drawn", numeric: true },
            ]}
            rows={sampling.strata.map(({ stratum, contributions, drawn }) => {
              const { roundtableId, value } = stratumParts(stratum);
              const by = sampling.stratifyBy === null ? "" : `, ${value ?? "not known"}`;
              return { key: stratum, cells: [`${titleOf(roundtableId)}${by}`, contributions, drawn] };
            })}
          />
        </Details>
      </div>
    </section>
  );
}
