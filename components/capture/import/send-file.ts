import { z } from "zod/mini";

const Answer = z.object({ href: z.optional(z.string()), message: z.optional(z.string()) });
export type Answer = z.output<typeof Answer>;

export type Sending = {
  /** Ends the sending; the promise is then never settled. */
  stop(): void;
  /** Rejects where there was no answer, or none that can be read. */
  answer: Promise<Answer>;
};

/** Sends a form with a file, and says on the way which part of it is sent, from 0 to 1: `fetch` does not tell. */
export function sendFile(address: string, body: FormData, onSent: (part: number) => void): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total);
    };
    request.upload.onload = () => onSent(1);
    request.onerror = () => reject(new Error("The file could not be sent."));
    request.onload = () => {
      const read = Answer.safeParse(request.response);
      if (read.success) resolve(read.data);
      else reject(new Error("The answer cannot be read."));
    };
  });
  request.open("POST", address);
  request.responseType = "json";
  request.setRequestHeader("accept", "application/json");
  request.send(body);
  return { stop: () => request.abort(), answer };
}
