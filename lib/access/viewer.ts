import { cache } from "react";
import { getServerSession } from "next-auth";
import { z } from "zod";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { authOptions } from "./auth-options";
import type { Viewer } from "./policy";

const SessionUser = z.object({ user: z.object({ id: z.uuid() }) });

/** The person with that account as a viewer, with what they are in each review; null when there is none. */
export async function viewerOf(userId: string): Promise<Viewer | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      memberships: { select: { reviewId: true, role: true, review: { select: { slug: true } } } },
    },
  });
  if (!user) return null;
  const memberships = user.memberships.map(({ reviewId, role, review }) => ({
    reviewId,
    role,
    reviewSlug: review.slug,
  }));
  return { userId: user.id, name: user.name ?? user.email, memberships };
}

/** Whoever sent this request, read once for it; null when nobody is signed in. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const session = SessionUser.safeParse(await getServerSession(authOptions()));
  return session.success ? viewerOf(session.data.user.id) : null;
});

export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer)
    throw new Refusal(
      "sign-in",
      "You are not signed in any more. Sign in again: what you typed is still here.",
    );
  return viewer;
}
