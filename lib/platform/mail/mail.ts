import nodemailer from "nodemailer";
import { z } from "zod";
import type { Tx } from "../db";
import { env } from "../env";
import { enqueue } from "../jobs";
import { fileText } from "../text/file-text";
import { encryptedSmtp } from "./smtp";

const Mail = z.object({ to: z.email(), subject: z.string().min(1), text: z.string().min(1) });
export type Mail = z.infer<typeof Mail>;

/**
 * Queues a message; sending is tried again until the mail server accepts it, and its words are then deleted.
 */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  await enqueue(tx, { kind: "mail", payload: mail });
}

/** Sends a queued message. */
export async function sendMail(payload: unknown): Promise<void> {
  const mail = Mail.parse(payload);
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("SMTP_URL is not set, so no mail can be sent.");
  const transport = nodemailer.createTransport(encryptedSmtp(SMTP_URL));
  try {
    await transport.sendMail({ from: MAIL_FROM, ...mail, text: fileText(mail.text) });
  } finally {
    transport.close();
  }
}
