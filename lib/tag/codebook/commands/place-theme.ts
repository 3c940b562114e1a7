import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { invalid, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ChangeDetail } from "../codebook-change";
import type { PlaceThemeInput } from "../theme-input";
import { parentChoices, putAfter } from "../theme-place";
import { openCodebook } from "./add-theme";
import { arrangeThemes, childrenIn, placedThemes } from "./arrange-themes";
import { findTheme } from "./change-theme";

const GONE = "Somebody moved these themes at the same time. Check their places, then move this one.";

/**
 * Puts a theme in another place: after another one, or under one. The input is the new place, so that sending
 * it twice moves the theme once.
 */
export const placeTheme = command(async (tx, viewer: Viewer, input: PlaceThemeInput) => {
  const { id, parentId, afterId } = input;
  const { reviewId, axis, slug } = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, reviewId);
  const placed = await placedThemes(tx, { reviewId, axis });
  const theme = placed.find((one) => one.id === id);
  if (!theme || theme.retired) throw invalid("This theme is retired. Restore it before you move it.");
  if (parentId !== null && !parentChoices(theme, placed).some((choice) => choice.id === parentId))
    throw invalid("Choose a theme at the top of the same list. Themes can only have two levels", "parentId");
  if (afterId === "last" && theme.place && theme.parentId === parentId) return { id, slug };
  const alongside = childrenIn(placed)(parentId).filter((other) => other !== id);
  if (afterId !== null && afterId !== "last" && !alongside.includes(afterId))
    throw new Refusal("stale", GONE);

  const order = putAfter(alongside, afterId, [id]);
  const places = await arrangeThemes(tx, viewer, placed, new Map([[parentId, order]]));
  if (places.length === 0) return { id, slug };
  const detail: ChangeDetail<"move"> = { parentId, places };
  await tx.codingChange.create({
    data: { reviewId, kind: "move", themeId: id, detail, byId: viewer.userId },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "theme.move",
    subjectType: "theme",
    subjectId: id,
    detail: { parentId, places: places.length },
  });
  await publish(tx, { kind: "codebook", reviewId, ids: [id] });
  return { id, slug };
});
