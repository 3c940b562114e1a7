import { SMTPServer } from "smtp-server";

/** A real SMTP server on loopback that keeps what it is sent. */
export async function openMailBox() {
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        messages.push(Buffer.concat(chunks).toString("utf8"));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    /** The link in the last message, as its reader sees it: with quoted-printable undone. */
    lastLink: () => {
      const text = (messages.at(-1) ?? "").replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (!link) throw new Error("No mail with a link has come.");
      return new URL(link);
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
