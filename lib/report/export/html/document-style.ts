/** The stylesheet of a report as a page of its own and as one file. Its colours are those of app/globals.css. */

const LIGHT = `--paper:#fbfaf6;--card:#ffffff;--ink:#1d2226;--soft:#545c63;--faint:#e4e1d8;--line:#cfcbc0;--accent:#17495c;--focus:#ffcf3d;--focus-ring:#1d2226;--warning:#9a4a0c;--warning-soft:#fbe9dc;--series-1:#12436d;--track:#f0ede4`;
const DARK = `--paper:#15191c;--card:#1e2428;--ink:#edebe5;--soft:#adb5ba;--faint:#2b3236;--line:#465056;--accent:#8fcbe0;--warning:#f2a766;--warning-soft:#402814;--series-1:#6fa8dc;--track:#2b3236`;

export const DOCUMENT_COLOURS = { light: LIGHT, dark: DARK };

export const DOCUMENT_STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Atkinson Hyperlegible Next",system-ui,"Segoe UI",Arial,sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration-thickness:3px}
:focus-visible{outline:3px solid var(--focus-ring);outline-offset:2px;box-shadow:0 0 0 6px var(--focus)}
@media screen and (prefers-color-scheme:dark){:focus-visible{outline-color:var(--focus);box-shadow:none}}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem .75rem}
.page{max-width:70rem;margin-inline:auto;padding:1.75rem clamp(1rem,4vw,2rem) 4rem}
.from{border-bottom:1px solid var(--line);color:var(--soft)}
.from p{max-width:70rem;margin:0 auto;padding:.75rem clamp(1rem,4vw,2rem)}
h1{margin:0;max-width:26em;font-size:clamp(1.75rem,1.4rem + 1.6vw,2.375rem);line-height:1.15;letter-spacing:-.02em;font-weight:650;text-wrap:balance;overflow-wrap:anywhere}
h2{margin:2.5rem 0 .75rem;font-size:1.3125rem;line-height:1.25;letter-spacing:-.01em;font-weight:650;overflow-wrap:anywhere}
h3{margin:1.75rem 0 .375rem;font-size:1.0625rem;line-height:1.35;font-weight:650;overflow-wrap:anywhere}
strong,b{font-weight:650}
.about{margin:.75rem 0 0;color:var(--soft)}
.notice{max-width:65ch;margin:1.5rem 0 0;border-left:4px solid var(--warning);background:var(--warning-soft);padding:.75rem 1rem}
.notice>:first-child{margin-top:0}.notice>:last-child{margin-bottom:0}
.spread{display:grid;gap:1.5rem 3rem;margin-top:2rem}
.spread nav ul{list-style:none;margin:0;padding:0;border-left:2px solid var(--line)}
.spread nav a{display:block;padding:.25rem 0 .25rem .875rem;text-decoration:none;font-size:.9375rem}
.spread nav a:hover{text-decoration:underline}
.spread nav h2{margin:0 0 .5rem;font-size:1.0625rem}
@media (width>=60rem){.spread{grid-template-columns:13rem minmax(0,1fr)}.spread nav{position:sticky;top:1.5rem;align-self:start}}
article{min-width:0;max-width:65ch;font:1.1875rem/1.62 "Source Serif 4",Georgia,"Times New Roman",serif}
article :is(h2,h3){font-family:"Atkinson Hyperlegible Next",system-ui,"Segoe UI",Arial,sans-serif}
article>:first-child{margin-top:0}
article p{margin:.75rem 0 0}
article ul{margin:1rem 0;padding-left:1.5rem}
article li{margin-top:.5rem;padding-left:.25rem}
blockquote{margin:1.25rem 0;border-left:3px solid var(--line);padding:.125rem 0 .125rem 1.125rem}
article blockquote p{margin:0}
.claim{color:inherit;text-decoration-color:var(--line)}
.claim:hover,.claim:focus-visible{text-decoration-color:var(--accent)}
:target{scroll-margin-top:1.5rem}
.gap{border:1px dashed var(--soft);padding:.125rem .5rem;color:var(--soft);font:.9375rem/1.5 "Atkinson Hyperlegible Next",system-ui,Arial,sans-serif}
sup{line-height:0;font-size:.7em}
sup a{padding-inline:.125em;text-decoration:none}
.table{margin:1.75rem 0;overflow-x:auto;font:.9375rem/1.45 "Atkinson Hyperlegible Next",system-ui,"Segoe UI",Arial,sans-serif}
table{width:100%;border-collapse:collapse}
caption{padding-bottom:.5rem;text-align:left;color:var(--soft)}
th,td{padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--faint);text-align:left;vertical-align:top;font-variant-numeric:tabular-nums;overflow-wrap:normal}
thead :is(th,td){border-bottom-color:var(--ink);vertical-align:bottom;font-weight:650}
tbody th{font-weight:400}
.bar{display:block;width:100%;min-width:5rem;height:.625rem;margin:.25rem 0 .125rem}
.bar .track{fill:var(--track)}.bar .may{fill:var(--series-1);opacity:.4}.bar .is{fill:var(--series-1)}
.notes{font-size:.9375rem}.notes li{margin-top:.375rem;padding-left:.25rem}
.after{max-width:65ch;margin-top:3rem;border-top:1px solid var(--line)}
.after ul{margin:.5rem 0;padding-left:1.5rem}
.after li{margin-top:.375rem}
.cite{overflow-wrap:anywhere}
.small{font-size:.9375rem;color:var(--soft)}
@media (forced-colors:active){.bar .is{fill:CanvasText;forced-color-adjust:none}.bar .may{fill:GrayText;forced-color-adjust:none}}
@page{size:A4;margin:20mm 20mm 18mm;@bottom-right{content:counter(page) " of " counter(pages);font:9pt system-ui,Arial,sans-serif}}
@media print{body{background:none;font-size:10pt}.page{max-width:none;padding:5mm 0 0}.from p{padding:0 0 3mm}.spread{display:block}.spread nav,.skip,.screen{display:none}
article{max-width:none;font-size:11pt;line-height:1.5}h1{font-size:22pt}article h2{font-size:14pt}article h3{font-size:11.5pt}
h2,h3,caption{break-after:avoid}tr,li,blockquote,.notice{break-inside:avoid}p{orphans:3;widows:3}thead{display:table-header-group}
.table{overflow:visible;font-size:9pt}a{color:inherit}.claim,sup a{text-decoration:none}.after{max-width:none}}
`;
