import type { Viewer } from "@/lib/access/policy";
import { visibleMemos, visibleTaggings } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn, type ExportKind } from "../file/export-kind";
import { nameCoders } from "./exchange-coders";
import { exportedContributions } from "./exchange-contributions";

type Asked = {
  within: Prisma.ContributionWhereInput;
  /** Only those who set this theme. */
  themeId?: string;
};

/** Everybody who coded or wrote a memo on what is exported, by their identifiers in the file. */
export async function readCoderNames(
  viewer: Viewer,
  kind: ExportKind,
  { within, themeId }: Asked,
): Promise<ReadonlyMap<string, string>> {
  const contribution = { AND: [within, exportedContributions(viewer, kind)] };
  const set = {
    AND: [visibleTaggings(viewer), { contribution }],
    until: null,
    ...(themeId === undefined ? {} : { themeId }),
  };
  const coders = await db().user.findMany({
    where: {
      OR: [
        { coders: { some: { taggings: { some: set } } } },
        ...(kind === "own" ? [{ memos: { some: { AND: [visibleMemos(viewer), { contribution }] } } }] : []),
      ],
    },
    select: { id: true },
  });
  const named = await nameCoders(
    kind,
    coders.map(({ id }) => guidIn(kind, "coder", id)),
  );
  return new Map(named.map(({ guid, name }) => [guid, name]));
}
