import { xmlText } from "@/lib/platform/text/xml-text";
import { formatDate } from "@/lib/platform/text/dates";
import { FIGURES_NOTE, PUBLIC_FORMATS, EXPORT_FORMATS, type ExportedVersion } from "../exported";
import { notedBlocks } from "../noted";
import { DOCUMENT_STYLE } from "./document-style";
import { blocksHtml, contentsHtml, type HrefOf } from "./html-blocks";

/** One published version of the report, as a list of its versions names it. */
export type Listed = { number: number; publishedAt: Date; withdrawnAt: Date | null };

export type PublishedPage = {
  title: string;
  reviewTitle: string;
  /** The address of the report's newest version; those of each follow it, with the number. */
  path: string;
  /** The same with the site before it, to cite. */
  address: string;
  shown: Listed;
  /** What stands in place of a withdrawn text. */
  notice: string;
  /** null where it was withdrawn. */
  version: ExportedVersion | null;
  /** All that the reader may open, the newest first. */
  all: readonly Listed[];
  /** Whether everybody may read it, so that search engines may list it. */
  isPublic: boolean;
};

const FACES = `@font-face{font-family:"Atkinson Hyperlegible Next";src:url(/font/ui.woff2) format("woff2");font-weight:200 800;font-display:swap}
@font-face{font-family:"Source Serif 4";src:url(/font/voice.woff2) format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Serif 4";src:url(/font/voice-italic.woff2) format("woff2");font-weight:200 900;font-style:italic;font-display:swap}
`;
export const PAGE_STYLE = `${FACES}${DOCUMENT_STYLE}`;

/** A published version as a page that needs no script. */
export function publishedPage(page: PublishedPage, hrefOf: HrefOf): string {
  const { title, shown, version } = page;
  const about = `Version ${shown.number}, published on ${formatDate(shown.publishedAt)}.`;
  const body = `<h1>${xmlText(title)}</h1>
<p class="about">${about}</p>
${supersededHtml(page)}
${version ? textHtml(version, hrefOf) : withdrawnHtml(page)}
<div class="after">
${version ? citeHtml(page) : ""}
${version ? filesHtml(page) : ""}
${versionsHtml(page)}
${version ? `<p class="small">${xmlText(FIGURES_NOTE(version.smallNumber))}</p>` : ""}
<p class="small screen"><a href="/accessibility">Accessibility</a></p>
</div>`;
  const listed = page.isPublic && version !== null;
  return frame({ title, reviewTitle: page.reviewTitle, body, listed });
}

type Framed = { title: string; reviewTitle: string; body: string; listed: boolean };

function frame({ title, reviewTitle, body, listed }: Framed): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
${listed ? "" : '<meta name="robots" content="noindex"/>\n'}<title>${xmlText(title)}</title>
<link rel="icon" href="/icon.svg"/>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#page.main">Skip to main content</a>
${reviewTitle === "" ? "" : `<header class="from"><p>${xmlText(reviewTitle)}</p></header>`}
<main id="page.main" class="page">
${body}
</main>
</body>
</html>
`;
}

/** Where nothing is published, or not for whoever asks: the same words for both. */
export function notFoundPage(signIn: string): string {
  const body = `<h1>There is no report here for you to read</h1>
<p>Check the address. If the report is for members of a review, <a href="${xmlText(signIn)}">sign in</a> to read it.</p>`;
  return frame({ title: "Report not found", reviewTitle: "", body, listed: false });
}

function supersededHtml({ shown, all, path }: PublishedPage): string {
  const [newest] = all;
  if (!newest || newest.number <= shown.number) return "";
  const link = `<a href="${xmlText(path)}/${newest.number}">version ${newest.number}</a>`;
  const later = newest.withdrawnAt
    ? `A later one, ${link}, was published on ${formatDate(newest.publishedAt)} and has been withdrawn.`
    : `Read ${link}, published on ${formatDate(newest.publishedAt)}.`;
  const words = newest.withdrawnAt ? "This is an earlier version." : "This version has been superseded.";
  return `<div class="notice"><p><b>${words}</b> ${later}</p></div>`;
}

function withdrawnHtml({ shown, notice }: PublishedPage): string {
  const on = shown.withdrawnAt ? ` on ${formatDate(shown.withdrawnAt)}` : "";
  const paragraphs = notice.split(/\n{2,}/).map((paragraph) => `<p>${xmlText(paragraph)}</p>`);
  return `<div class="notice"><p><b>This version was withdrawn${on}.</b> Its text is no longer shown.</p>${paragraphs.join("")}</div>`;
}

function textHtml(version: ExportedVersion, hrefOf: HrefOf): string {
  const blocks = notedBlocks(version, false);
  const contents = contentsHtml(blocks);
  const nav = `<nav aria-labelledby="page.contents"><h2 id="page.contents">In this report</h2>\n${contents}</nav>`;
  return `<div class="spread">${contents === "" ? "" : nav}
<article>
${blocksHtml(blocks, hrefOf)}
</article></div>`;
}

function citeHtml({ title, reviewTitle, shown, address }: PublishedPage): string {
  const { number, publishedAt } = shown;
  const where = xmlText(`${address}/${number}`);
  return `<section aria-labelledby="page.cite"><h2 id="page.cite">How to cite this report</h2>
<p class="cite"><i>${xmlText(title)}</i>. ${xmlText(reviewTitle)}, ${formatDate(publishedAt)}. Version ${number}. <a href="${where}">${where}</a></p></section>`;
}

function filesHtml({ path, shown }: PublishedPage): string {
  const items = PUBLIC_FORMATS.map(
    (format) =>
      `<li><a href="${xmlText(path)}/${shown.number}/file?format=${format}">${EXPORT_FORMATS[format].word}</a></li>`,
  );
  return `<section class="screen" aria-labelledby="page.files"><h2 id="page.files">Download this version</h2>\n<ul>${items.join("")}</ul></section>`;
}

function versionsHtml({ all, shown, path }: PublishedPage): string {
  if (all.length < 2) return "";
  const items = all.map(({ number, publishedAt, withdrawnAt }) => {
    const state = withdrawnAt ? `, withdrawn on ${formatDate(withdrawnAt)}` : "";
    const about = `published on ${formatDate(publishedAt)}${state}`;
    const name = `Version ${number}`;
    return number === shown.number
      ? `<li>${name}, ${about} (this one)</li>`
      : `<li><a href="${xmlText(path)}/${number}">${name}</a>, ${about}</li>`;
  });
  return `<section aria-labelledby="page.versions"><h2 id="page.versions">Versions</h2>\n<ul>${items.join("")}</ul></section>`;
}
