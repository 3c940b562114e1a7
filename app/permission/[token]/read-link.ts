import { notFound } from "next/navigation";
import { permissionPath } from "@/lib/capture/permission/permission-code";
import { findPermissionPage } from "@/lib/capture/permission/queries/permission-links";

type Address = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, unknown>> };

/** What each page of a participant's link reads first; the answer to any other link is the same. */
export async function readLink({ params, searchParams }: Address) {
  const { token } = await params;
  const page = await findPermissionPage(token);
  if (!page) notFound();
  const query = await searchParams;
  return { page, query, by: query.by === "qr" ? "qr" : "", here: permissionPath(token) };
}
