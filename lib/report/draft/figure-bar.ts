/** A part of a bar, in hundredths of its length; each stands over the one before it. */
export type Bar = { is: "track" | "may" | "is"; width: number };

/** The bar of a published figure: solid as far as it is certain, lighter as far as it may reach, in shares of those present. */
export function barsOf(low: number, high: number): Bar[] {
  const part = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100);
  return [
    { is: "track", width: 100 },
    { is: "may", width: part(high) },
    { is: "is", width: part(low) },
  ];
}
