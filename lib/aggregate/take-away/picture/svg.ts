import { xmlText } from "@/lib/platform/text/xml-text";
import { INKS, type AboutPicture, type Picture, type Shape } from "./picture";

const FACE = "'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Arial, sans-serif";

/** The picture as an SVG file, with what it shows in its title, description and metadata. */
export function svgOf({ width, height, shapes }: Picture, about: AboutPicture): string {
  const { title, scope, from, link } = about;
  const described = `${scope} ${from}. ${link}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE}">
<title id="title">${xmlText(title)}</title>
<desc id="desc">${xmlText(described)}</desc>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:title>${xmlText(title)}</dc:title><dc:description>${xmlText(`${scope} ${from}`)}</dc:description><dc:source>${xmlText(link)}</dc:source></rdf:Description></rdf:RDF></metadata>
${shapes.map(shapeOf).join("\n")}
</svg>
`;
}

function shapeOf(shape: Shape): string {
  switch (shape.is) {
    case "box": {
      const line = shape.line ? ` stroke="${INKS[shape.line]}"` : "";
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" fill="${INKS[shape.fill]}"${line}/>`;
    }
    case "path": {
      const points = shape.points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ");
      return `<polyline points="${points}" fill="none" stroke="${INKS[shape.line]}" stroke-width="2"${shape.dashes ? ` stroke-dasharray="${shape.dashes}"` : ""}/>`;
    }
    case "text": {
      const { x, y, text, fill, size = 15, bold, align = "start" } = shape;
      return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${INKS[fill]}" text-anchor="${align}" dominant-baseline="central"${bold ? ' font-weight="bold"' : ""}>${xmlText(text)}</text>`;
    }
  }
}

/** To a hundredth of a pixel. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
