/** Where to go on, or why not. */
export type Answer = { href?: string; message?: string };

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
      const read = answerIn(request.response);
      if (read) resolve(read);
      else reject(new Error("The answer cannot be read."));
    };
  });
  request.open("POST", address);
  request.responseType = "json";
  request.setRequestHeader("accept", "application/json");
  request.send(body);
  return { stop: () => request.abort(), answer };
}

/** The application's own answer; null for another's, such as that of something between it and the browser. */
function answerIn(response: unknown): Answer | null {
  if (typeof response !== "object" || response === null) return null;
  const { href, message }: { href?: unknown; message?: unknown } = response;
  if (href !== undefined && typeof href !== "string") return null;
  if (message !== undefined && typeof message !== "string") return null;
  return { ...(href !== undefined && { href }), ...(message !== undefined && { message }) };
}
