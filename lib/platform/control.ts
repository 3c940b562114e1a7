import type { ControlHandler } from "./embedded/lock";

/** What another process of this computer may ask of the one that holds the embedded database. */
export const controlHandler: ControlHandler = async (_request, socket) => {
  socket.end();
};
