import { useEffect, useRef, useState } from 'react'
import { client } from '#renderer/api/client.ts'

const settleMs = 500
const holdMs = 90_000

/** The room being talked about, held for this desk for 90 s and seen by the others. */
export interface Hold {
  readonly roomNo: string
  /** By this machine's clock: a conversation takes real seconds, in practice too. */
  readonly until: number
}

/** Holds the room of the answer while it stays the answer; lets go when there is none. */
export function useHold(roomNo: string | undefined, start: string | undefined, minutes: number): Hold | undefined {
  const [hold, setHold] = useState<Hold>()
  const holding = useRef(false)

  useEffect(() => {
    setHold(undefined)
    if (roomNo === undefined || start === undefined) {
      if (holding.current) client.board.letGo().catch(() => undefined)
      holding.current = false
      return
    }
    let left = false
    const timer = setTimeout(() => {
      client.board.hold({ roomNo, start, minutes }).then(
        () => {
          holding.current = true
          if (!left) setHold({ roomNo, until: Date.now() + holdMs })
        },
        // Someone else was first, or the line is down: the answer itself will say so.
        () => undefined,
      )
    }, settleMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [roomNo, start, minutes])

  useEffect(
    () => () => {
      if (holding.current) client.board.letGo().catch(() => undefined)
    },
    [],
  )
  return hold
}
