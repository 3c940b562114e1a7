import { createHash } from "node:crypto";
import { evidenceOf } from "@/app/(workspace)/reviews/[review]/reports/version-evidence";
import type { Viewer } from "@/lib/access/policy";
import { noteRefusal } from "@/lib/access/reading";
import { findViewer } from "@/lib/access/viewer";
import { appUrl } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import {
  notFoundPage,
  PAGE_STYLE,
  publishedPage,
  type Listed,
} from "@/lib/report/export/html/published-page";
import { getPublication } from "@/lib/report/version/queries/publications";
import type { VersionSummary } from "@/lib/report/version/queries/versions";

type Place = { review: string; report: string; number: string | null };

/** The publication at an address, for whoever asks; null where there is none for them. */
export async function readPublication(viewer: Viewer | null, { review, report, number }: Place) {
  if (number !== null && !/^[1-9]\d{0,5}$/.test(number)) return null;
  try {
    return await getPublication(viewer, { review, report, number: number === null ? null : Number(number) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(error);
    return null;
  }
}

/** A published version as a page, or the page that says that there is none to read. */
export async function publishedAnswer(place: Place): Promise<Response> {
  const viewer = await findViewer();
  const publication = await readPublication(viewer, place);
  const path = `/published/${encodeURIComponent(place.review)}/${encodeURIComponent(place.report)}`;
  if (!publication) {
    const here = place.number === null ? path : `${path}/${encodeURIComponent(place.number)}`;
    return html(notFoundPage(`/sign-in?${new URLSearchParams({ from: here }).toString()}`), 404);
  }
  const { report, version, all } = publication;
  const page = {
    title: report.title,
    reviewTitle: report.review.title,
    path,
    address: `${appUrl()}${path}`,
    shown: listed(version),
    notice: version.notice,
    all: all.map(listed),
    isPublic: version.audience === "public",
  };
  if (version.withdrawnAt)
    return html(
      publishedPage({ ...page, version: null }, () => null),
      200,
    );
  const { shown, hrefOf } = await evidenceOf(viewer, publication);
  return html(publishedPage({ ...page, version: shown }, hrefOf), 200);
}

function listed({ number, publishedAt, withdrawnAt }: VersionSummary): Listed {
  if (!publishedAt) throw new Error("A version that is not published has no address.");
  return { number, publishedAt, withdrawnAt };
}

const STYLE_HASH = createHash("sha256").update(PAGE_STYLE).digest("base64");

/** No script at all may run, and the one style is known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** No cache keeps it: a withdrawal and an erasure reach every reader at once. */
function html(text: string, status: number): Response {
  return new Response(text, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "cache-control": "private, no-store",
    },
  });
}
