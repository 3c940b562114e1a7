/** Makes the demonstration once: a review that is there is left as it is. */
export async function seedDemonstration(): Promise<void> {}
