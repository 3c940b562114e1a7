import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The quickest: what is kept is read once, soon. */
const LEVEL = 1;

/**
 * Parts of a file that is written later than another made from the same reading, so that it is read once: compressed,
 * because a long text takes a tenth of the memory so. Parts are data, and come back in their order.
 */
export class KeptParts<Part> implements Iterable<Part> {
  readonly #parts: Buffer[] = [];

  add(part: Part): void {
    this.#parts.push(deflateRawSync(JSON.stringify(part), { level: LEVEL }));
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  *[Symbol.iterator](): Iterator<Part> {
    for (const part of this.#parts) yield JSON.parse(inflateRawSync(part).toString()) as Part;
  }
}
