import type { AboutPicture, Picture } from "@/lib/aggregate/take-away/picture/picture";

export type MadeChart = {
  picture: Picture;
  about: AboutPicture;
  /** Of the file, without its ending. */
  name: string;
  /** What the audit log says was taken away. */
  subject: { subjectType: "review" | "release"; subjectId: string; version?: number };
};
