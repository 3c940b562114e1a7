/** The first character that these fonts draw. */
const FIRST = 0x20;
/** Word stores a character of a symbol font in the private area of Unicode, from here. */
const PRIVATE = 0xf000;
const LAST = 0xff;
/** Stands for a sign that we do not know, so that it is seen that there was one. */
const UNKNOWN = "�";

/** What the font Symbol draws from the space on. */
const SYMBOL = [
  " !∀#∃%&∍()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
  UNKNOWN.repeat(0xa0 - 0x7f),
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
  UNKNOWN,
  "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
].join("");

/** Signs that people use of the others, by the character that stands for them. */
const OTHERS: Record<string, string> = {
  wingdings:
    '!✏"✂(☎*✉6⌛7⌨?✍A✌C👍D👎E☜F☞G☝H☟J☺K😐L☹M💣N☠l●m❍n■o□q❑r❒t◆u◆v❖w◆x⌧\u009e·\u009f•¡○¤◉§▪¨□«★Ø➢Ü➲ß←à→á↑â↓è➔ï⇦ð⇨ñ⇧ò⇩ó⬄ô⇳û✗ü✓ý☒þ☑',
  "wingdings 2": "O✗P✓Q☒R☑S☒T☒£□\u0097●",
};

const DRAWN = new Map([
  ["symbol", new Map([...SYMBOL].map((sign, at) => [FIRST + at, sign]))],
  ...Object.entries(OTHERS).map(([font, signs]) => [font, pairs(signs)] as const),
]);

function pairs(signs: string): Map<number, string> {
  const all = [...signs];
  return new Map(
    all.flatMap((sign, at) => (at % 2 === 0 ? [[sign.charCodeAt(0), all[at + 1] ?? UNKNOWN]] : [])),
  );
}

/**
 * A character of a font as text: what a symbol font draws in its place, “�” where that is not known, and the character
 * itself in any other font.
 */
export function symbolOf(font: string, code: number): string {
  if (!Number.isInteger(code) || code < FIRST || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    return "";
  const isPrivate = code >= PRIVATE && code <= PRIVATE + LAST;
  const drawn = DRAWN.get(font.trim().toLowerCase());
  const sign = drawn && (isPrivate || code <= LAST) ? (drawn.get(code % PRIVATE) ?? UNKNOWN) : undefined;
  return sign ?? (isPrivate ? UNKNOWN : String.fromCodePoint(code));
}

/** The words of a run in that font. Only characters of the private area are symbols there. */
export function inFont(text: string, font: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolOf(font, sign.charCodeAt(0)));
}
