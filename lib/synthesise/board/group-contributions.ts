import { agnes } from "ml-hclust";
import { similarityIndex } from "@/lib/tag/suggestion/similarity-index";
import { similarityMatrix } from "@/lib/tag/suggestion/similarity-matrix";
import { groupCount } from "./fineness";
import type { ProposedGroup } from "./proposed-group";

type Contribution = { id: string; text: string };

/**
 * Agglomerative clustering of texts by Ward's criterion (Murtagh and Legendre 2014, "ward2") on the Euclidean
 * distance of their TF-IDF unit vectors, sqrt(2 - 2 cos). The result depends on the contributions alone, not on
 * their order. Time grows with the cube of their number.
 */
export function groupContributions(
  contributions: readonly Contribution[],
  fineness: number,
): ProposedGroup[] {
  if (contributions.length === 0) return [];
  const index = similarityIndex(contributions);
  const similarity = similarityMatrix(index);
  const distances = similarity.map((row) =>
    Array.from(row, (cosine) => Math.sqrt(Math.max(0, 2 - 2 * cosine))),
  );
  distances.forEach((row, at) => (row[at] = 0));
  const tree = agnes(distances, { method: "ward2", isDistanceMatrix: true });
  const groups = tree.group(groupCount(contributions.length, fineness)).children.map((cluster) => {
    const members = cluster.indices();
    const central = (one: number) => members.reduce((sum, other) => sum + (similarity[one]?.[other] ?? 0), 0);
    const ordered = [...members].sort((a, b) => central(b) - central(a) || a - b);
    return { ids: ordered.flatMap((member) => index.contributions[member]?.id ?? []) };
  });
  return groups.sort((a, b) => b.ids.length - a.ids.length || ((a.ids[0] ?? "") < (b.ids[0] ?? "") ? -1 : 1));
}
