import type { ExportedVersion } from "../exported";
import { typstString } from "./typst-text";

/** How every page of a report looks, and what the file says of itself; `plain` leaves out what no font has. */
export function settings(
  { title, number, release, savedAt }: ExportedVersion,
  plain: (text: string) => string,
): string {
  const day = `datetime(year: ${savedAt.getUTCFullYear()}, month: ${savedAt.getUTCMonth() + 1}, day: ${savedAt.getUTCDate()})`;
  const from = release === null ? `Version ${number}` : `Version ${number}, release ${release}`;
  return `#let soft = rgb("#545c63")
#let rule = rgb("#cfcbc0")
#set document(title: ${typstString(plain(title))}, date: ${day})
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB", fill: rgb("#1d2226"))
#set par(leading: 0.68em, spacing: 1.05em, linebreaks: "simple")
#set page(paper: "a4", margin: (x: 26mm, top: 24mm, bottom: 26mm), footer: context {
  set text(size: 8.5pt, fill: soft)
  grid(columns: (1fr, auto), gutter: 1em, ${typstString(plain(`${title} · ${from}`))}, [#counter(page).display("1 of 1", both: true)])
})
#show title: set text(size: 23pt, weight: "bold")
#show title: set par(leading: 0.45em)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): set block(above: 1.9em, below: 0.9em)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.8em)
#set quote(block: true)
#show quote: it => block(stroke: (left: 2pt + rule), inset: (left: 1em, y: 0.2em), above: 1.3em, below: 1.3em, it.body)
#set figure(gap: 0.7em, supplement: none, numbering: none)
#show figure: set block(breakable: true, above: 1.5em, below: 1.5em)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(size: 9.5pt, fill: soft, it.body)))
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.5em)
#set table(stroke: none, inset: (x: 0pt, y: 4pt), column-gutter: 10pt)
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(size: 8.5pt)`;
}
