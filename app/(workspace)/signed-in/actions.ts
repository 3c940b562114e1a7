"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import { endOtherSessions, endOwnSession } from "@/lib/access/sign-in/own-sessions";
import { sessionToken } from "@/lib/access/viewer";

export const signOutThere = formAction(z.object({ id: z.uuid() }), endOwnSession, () =>
  redirect("/signed-in?done=one"),
);

export const signOutElsewhere = formAction(
  z.object({}),
  async (viewer) => endOtherSessions(viewer, await sessionToken()),
  () => redirect("/signed-in?done=others"),
);
