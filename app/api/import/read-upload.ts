import { MAX_FILE_BYTES, refusedFile, requireSize } from "@/lib/capture/import/reading/limits";

/** The overhead of a form around the file. */
const AROUND = 64 * 1024;

/** The file in a form. Refuses as soon as more arrives than a file may have. */
export async function readUpload(request: Request): Promise<{ fileName: string; bytes: Uint8Array }> {
  const said = Number(request.headers.get("content-length") ?? 0);
  if (said > MAX_FILE_BYTES + AROUND) requireSize(said);
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) throw refusedFile("Choose a file");
  let arrived = 0;
  let tooLarge = false;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        arrived += part.length;
        tooLarge ||= arrived > MAX_FILE_BYTES + AROUND;
        if (tooLarge) controller.error(new Error("The file is too large."));
        else controller.enqueue(part);
      },
    }),
  );
  const form = await new Response(counted, { headers: { "content-type": type } })
    .formData()
    .catch((): null => null);
  if (tooLarge) requireSize(arrived);
  const file = form?.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    throw refusedFile(form === null ? "Part of the file did not arrive. Send it again" : "Choose a file");
  requireSize(file.size);
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
