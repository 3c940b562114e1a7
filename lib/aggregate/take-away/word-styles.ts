import {
  AlignmentType,
  LevelFormat,
  type INumberingOptions,
  type IParagraphStylePropertiesOptions,
} from "docx";

/** What all Word files of the application have in common. */

export const SERIF = "Georgia";
export const SANS = "Arial";

/** The reference of `bulletNumbering`, for a paragraph that is an item of a list. */
export const BULLETS = "bullets";

/** A list with bullets, whose items are set so. */
export function bulletNumbering(paragraph: IParagraphStylePropertiesOptions): INumberingOptions {
  const level = { level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT };
  return { config: [{ reference: BULLETS, levels: [{ ...level, style: { paragraph } }] }] };
}
