import type { BrowserContext } from "@playwright/test";
import { fewestStatements } from "../../support/machine/statements";
import { expect, url } from "../test";

/** A page of the review, and the most bytes before compression and the most statements that it may take. */
export type PageLimit = readonly [address: string, bytes: number, statements: number];

/** The pages that take more than they may, in words. */
export async function overgrown(context: BrowserContext, limits: readonly PageLimit[]): Promise<string[]> {
  const over: string[] = [];
  for (const [address, bytes, statements] of limits) {
    let length = 0;
    const get = async () => {
      const answer = await context.request.get(`/reviews/npq/${address}`);
      expect(answer.status()).toBe(200);
      ({ length } = await answer.body());
    };
    const fewest = await fewestStatements(url(), get, statements);
    if (length > bytes || fewest > statements) over.push(`${address}: ${length} bytes, ${fewest} statements`);
  }
  return over;
}
