/** A room number as far as it has been typed. */
export interface TypedRoom {
  /** The room it names; undefined while it names none. */
  readonly roomNo?: string
  /** No room number goes on from here: the next field may have the focus. */
  readonly complete: boolean
  /** No room of the house begins like this. */
  readonly impossible: boolean
}

/** What a typed text says of the rooms of the house; full-width digits and small letters will do. */
export function typedRoom(text: string, roomNos: readonly string[]): TypedRoom {
  const typed = text.normalize('NFKC').trim().toUpperCase()
  if (typed === '') return { complete: false, impossible: false }
  const begun = roomNos.filter((roomNo) => roomNo.toUpperCase().startsWith(typed))
  const roomNo = begun.find((one) => one.toUpperCase() === typed)
  return {
    ...(roomNo !== undefined && { roomNo }),
    complete: roomNo !== undefined && begun.length === 1,
    impossible: begun.length === 0,
  }
}
