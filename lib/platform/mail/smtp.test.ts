import nodemailer from "nodemailer";
import { expect, test } from "vitest";
import { encryptedSmtp } from "./smtp";

const optionsOf = (address: string) => nodemailer.createTransport(encryptedSmtp(address)).options;

test("mail goes to another computer encrypted, or not at all", () => {
  expect(optionsOf("smtp://user:p%40ss@mail.example.org:587")).toMatchObject({
    host: "mail.example.org",
    port: 587,
    auth: { user: "user", pass: "p@ss" },
    requireTLS: true,
  });
  expect(optionsOf("smtps://mail.example.org?requireTLS=false")).toMatchObject({
    secure: true,
    requireTLS: true,
  });
});

test("a mail server on this computer needs no TLS", () => {
  expect(optionsOf("smtp://127.0.0.1:2525")).not.toHaveProperty("requireTLS");
});
