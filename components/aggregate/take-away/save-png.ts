import { withPngText } from "@/lib/aggregate/take-away/picture/png-text";

/** Twice the size of the drawing, so that it is sharp in print. */
const SCALE = 2;

/** Draws the chart at that address, and offers the picture as a file. */
export async function savePng(href: string): Promise<void> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`The chart was answered with ${answer.status}.`);
  const svg = await answer.text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("The canvas gave no picture.");
  const { title, desc } = aboutOf(svg);
  const png = withPngText(new Uint8Array(await blob.arrayBuffer()), { Title: title, Description: desc });
  const name = nameIn(answer.headers.get("content-disposition") ?? "");
  offer(URL.createObjectURL(new Blob([png], { type: "image/png" })), `${name}.png`);
}

/** "npq-release-1-themes" of `attachment; filename="npq-release-1-themes.svg"`. */
function nameIn(disposition: string): string {
  return disposition.split('"')[1]?.replace(".svg", "") ?? "chart";
}

function aboutOf(svg: string): { title: string; desc: string } {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const textOf = (name: string) => parsed.querySelector(name)?.textContent ?? "";
  return { title: textOf("title"), desc: textOf("desc") };
}

function offer(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
