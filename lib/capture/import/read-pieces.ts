import { pieceMaker, type Piece } from "./pieces";
import { readFile, type Choice, type ReadFile } from "./reading/read-file";

/** Reads a file to be imported, of any kind, into the pieces in which its rows are kept. */
export async function readPieces(choice: Choice): Promise<{ file: ReadFile; pieces: Piece[] }> {
  const { take, pieces } = pieceMaker();
  const file = await readFile(choice, take);
  return { file, pieces: pieces() };
}
