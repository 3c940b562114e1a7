import { pieceMaker, type Piece } from "./pieces";
import { accounting } from "./reading/accounting";
import { conclusionsOf, type Conclusions } from "./reading/conclusions";
import { readFile, type Choice, type ReadFile } from "./reading/read-file";

export type ReadPieces = { file: ReadFile; conclusions: Conclusions; pieces: Piece[] };

/**
 * Reads a file to be imported, of any kind, into the pieces in which its rows are kept, and accounts for its words. Times
 * are judged against the day of the roundtable.
 */
export async function readPieces(choice: Choice & { heldOn: Date }): Promise<ReadPieces> {
  const { take, pieces } = pieceMaker();
  const account = accounting(take);
  const file = await readFile(choice, account.take);
  const found = account.found(choice.heldOn);
  return {
    file,
    conclusions: conclusionsOf({ asked: choice.asked, ...file.concluded, ...found }),
    pieces: pieces(),
  };
}
