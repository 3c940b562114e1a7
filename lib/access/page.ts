import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { Refusal } from "@/lib/platform/errors";
import { requireCan, type Action, type Subject, type Viewer } from "./policy";
import { noteRefusal } from "./reading";
import { findViewer } from "./viewer";

/** The viewer of this page. Somebody who is not signed in is sent to sign in, and then comes back. */
export async function pageViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?${new URLSearchParams({ from: path }).toString()}`);
}

/** Waits for what a page reads, and shows the page for a refusal if it is refused. */
export async function forPage<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    await noteRefusal(error);
    if (error instanceof Refusal && error.kind === "not-found") notFound();
    if (error instanceof Refusal && error.kind === "forbidden") forbidden();
    throw error;
  }
}

/** Shows the page for a refusal where the viewer's role does not include the action. */
export function requireForPage(viewer: Viewer, action: Action, subject: Subject): Promise<void> {
  return forPage(Promise.resolve().then(() => requireCan(viewer, action, subject)));
}
