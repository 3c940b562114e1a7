import { Details } from "@/components/ui/details";
import { missingThemes, type GroupCoverage } from "@/lib/aggregate/live/coverage";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  groups: readonly GroupCoverage[];
  themes: readonly { id: string; title: string }[];
};

const ATTRIBUTES = {
  role: "Role",
  phase: "Phase",
  setting: "Type of school",
  region: "Region",
} as const satisfies Record<GroupCoverage["attribute"], string>;
const ORDER = ["role", "phase", "setting", "region"] as const;

/** For each group of those present, the themes of which none of them spoke. */
export function CoverageGroups({ groups, themes }: Props) {
  return (
    <div className="mt-2 grid gap-1">
      {ORDER.map((attribute) => {
        const own = groups.filter((one) => one.attribute === attribute);
        return own.length === 0 ? null : (
          <Details key={attribute} summary={`By ${ATTRIBUTES[attribute].toLowerCase()}`}>
            <ul className="grid gap-2">
              {own.map((one) => (
                <li key={one.group}>
                  <b>{one.group}</b>
                  {` (${countOf(one.present, "person", "people")}): ${missingWords(one, themes)}`}
                </li>
              ))}
            </ul>
          </Details>
        );
      })}
    </div>
  );
}

function missingWords(group: GroupCoverage, themes: Props["themes"]): string {
  const missing = missingThemes(group, themes);
  if (missing.length === 0) return "somebody raised each theme";
  if (missing.length === themes.length) return "nobody raised any theme";
  return `nobody raised ${missing.map(({ title }) => title).join(", ")}`;
}
