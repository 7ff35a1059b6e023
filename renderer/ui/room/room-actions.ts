import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { decisionIn, failureOf, useFailureText } from '#renderer/api/failure.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { clockWords } from '../time-words.ts'
import { showToast } from '../toast.tsx'

interface Written {
  journalSeq?: number
}

/**
 * What can be done to a room and the party in it, each with its words, the way back and the reason when it is refused.
 * Every one answers true when it was stored.
 */
export function useRoomActions() {
  const { t } = useTranslation('board')
  const done = useDoneToast()
  const failureText = useFailureText()
  const reading = useTimeReading()
  const latest = useRef({ t, done, failureText, reading })
  latest.current = { t, done, failureText, reading }

  return useMemo(() => {
    const explain = (error: unknown): string => {
      const { failureText, reading, t } = latest.current
      const blocker = decisionIn(failureOf(error))?.blockers.find((one) => one.until || one.name)
      const line = failureText(error).line
      if (!blocker?.until) return line
      return `${line} ${t('blockedBy', {
        room: blocker.roomNo,
        time: clockWords(Date.parse(blocker.until), reading),
        who: blocker.name ?? blocker.bookingCode ?? '',
      })}`
    }
    const run = async <T extends Written>(call: Promise<T>, words: (answer: T) => string): Promise<boolean> => {
      try {
        const answer = await call
        latest.current.done(words(answer), answer.journalSeq)
        return true
      } catch (error) {
        showToast({ text: explain(error), tone: 'bad' })
        return false
      }
    }
    const say = (key: DoneWord, values: Record<string, string | number> = {}) => latest.current.t(`done.${key}`, values)
    const at = (iso: string) => clockWords(Date.parse(iso), latest.current.reading)

    return {
      explain,
      /** Says what was done where a form did it by itself. */
      say: (key: DoneWord, journalSeq: number | undefined, values: Record<string, string>) =>
        latest.current.done(say(key, values), journalSeq),
      arrive: (code: string, roomNo?: string) =>
        run(client.stay.arrive({ code, ...(roomNo ? { roomNo } : {}) }), (stay) =>
          say('arrived', { room: stay.segments.at(-1)?.roomNo ?? '' }),
        ),
      open: (input: Parameters<typeof client.stay.open>[0]) =>
        run(client.stay.open(input), (stay) =>
          say('opened', { room: stay.segments.at(-1)?.roomNo ?? '', time: at(stay.plannedEnd) }),
        ),
      settle: (id: string, room: string) => run(client.stay.settle({ id }), () => say('settled', { room })),
      leave: (id: string, room: string) => run(client.stay.leave({ id }), () => say('left', { room })),
      cleaned: (roomNo: string) => run(client.stay.cleaned({ roomNo }), () => say('cleaned', { room: roomNo })),
      extend: (id: string, minutes: number, room: string, approval?: Approval) =>
        run(client.stay.extend({ id, minutes, ...(approval ? { approval } : {}) }), (stay) =>
          say('extended', { room, time: at(stay.plannedEnd) }),
        ),
      transfer: (input: Parameters<typeof client.stay.transfer>[0], from: string) =>
        run(client.stay.transfer(input), () => say('transferred', { from, to: input.roomNo })),
      change: (input: Parameters<typeof client.booking.change>[0]) =>
        run(client.booking.change(input), (booking) =>
          say('changed', { code: booking.code, room: booking.roomNo ?? '', time: at(booking.start) }),
        ),
      cancel: (input: Parameters<typeof client.booking.cancel>[0]) =>
        run(client.booking.cancel(input), (booking) => say('cancelled', { code: booking.code })),
      block: (input: Parameters<typeof client.board.addBlock>[0]) =>
        run(client.board.addBlock(input), (block) => say('blocked', { room: block.roomNo })),
      lift: (id: string, room: string) => run(client.board.removeBlock({ id }), () => say('lifted', { room })),
    }
  }, [])
}

export type RoomActions = ReturnType<typeof useRoomActions>
export interface Approval {
  staffNo: string
  pin: string
  reason: string
}
type DoneWord =
  | 'arrived'
  | 'opened'
  | 'settled'
  | 'left'
  | 'cleaned'
  | 'extended'
  | 'transferred'
  | 'changed'
  | 'cancelled'
  | 'blocked'
  | 'lifted'
