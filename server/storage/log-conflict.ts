/**
 * Somebody else wrote this room, or an append before this one failed: what is stored does not end where the writer
 * thinks. The writer has to load the document again; told apart by its name, since rooms do not import storage.
 */
export class LogConflict extends Error {
  override readonly name = 'LogConflict'

  constructor(room: string, at: { epoch: string; position: number }) {
    super(`the log of ${room} does not go on at position ${at.position} of epoch ${at.epoch}`)
  }
}
