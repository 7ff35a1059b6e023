import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { paintMove } from '#renderer/api/board-patch.ts'
import { client } from '#renderer/api/client.ts'
import { useDoneToast } from '#renderer/api/undo.ts'
import type { RoomActions } from '#renderer/ui/room/room-actions.ts'
import { clockWords, type TimeReading } from '#renderer/ui/time-words.ts'
import { showToast } from '#renderer/ui/toast.tsx'
import { plannedEndOf } from '#shared/domain/room/board-item.ts'
import type { DragRoom } from '#shared/domain/room/drag.ts'
import { useDragWords } from './drag-words.ts'
import type { Drag } from './use-drag.ts'

interface DropDeps {
  date: string | undefined
  rooms: readonly DragRoom[]
  typeName: (code: string) => string
  reading: TimeReading
  actions: RoomActions
  /** A drop that needs a word first. */
  onAsk: (drag: Drag) => void
}

/** Letting a bar go: painted at once, stored, and taken back when the core refuses. */
export function useDrop(deps: DropDeps): (drag: Drag) => void {
  const { t } = useTranslation('board')
  const done = useDoneToast()
  const words = useDragWords()
  const latest = useRef({ ...deps, t, done, words })
  latest.current = { ...deps, t, done, words }

  return useCallback((drag: Drag) => {
    const { rooms, typeName, reading, actions, onAsk, date, words, t, done } = latest.current
    const { item, homeRoomNo, target, verdict } = drag
    if (verdict.kind === 'unchanged') return
    if (verdict.kind === 'conflict' || verdict.kind === 'outside') {
      const said = words(drag, rooms, typeName, reading)
      showToast({ text: `${said.trouble ?? ''}${t('drag.wentBack')}${said.fits ? ` ${said.fits}` : ''}`, tone: 'bad' })
      return
    }
    const home = rooms.find((room) => room.roomNo === homeRoomNo)
    const room = rooms.find((one) => one.roomNo === target.roomNo)
    if (!home || !room || !item.claim) return
    const otherType = room.typeCode !== home.typeCode
    // What another type costs a party that is inside is for people to say.
    if (verdict.kind === 'ask' || (item.kind === 'use' && otherType)) return onAsk(drag)

    const takeOff = paintMove(date, {
      fromRoomNo: homeRoomNo,
      toRoomNo: target.roomNo,
      bookingCode: item.claim.bookingCode,
      stayId: item.claim.stayId,
      start: target.start,
      end: target.end,
      cleaningMinutes: room.cleaningMinutes,
    })
    const store = async (): Promise<void> => {
      const claim = item.claim
      if (!claim) return
      if (item.kind === 'booking') {
        const code = claim.bookingCode ?? ''
        const booking = await client.booking.find({ code })
        const answer = await client.booking.change({
          code,
          version: booking.version,
          ...(target.start === item.start ? {} : { start: new Date(target.start).toISOString() }),
          ...(target.end - target.start === item.end - item.start
            ? {}
            : { minutes: Math.round((target.end - target.start) / 60_000) }),
          ...(target.roomNo === homeRoomNo
            ? {}
            : { roomNo: target.roomNo, ...(otherType ? { typeCode: room.typeCode } : {}) }),
        })
        const at = clockWords(Date.parse(answer.start), reading)
        done(t('done.changed', { code, room: answer.roomNo ?? '', time: at }), answer.journalSeq)
        return
      }
      const id = claim.stayId ?? ''
      if (target.roomNo !== homeRoomNo) {
        const answer = await client.stay.transfer({ id, roomNo: target.roomNo, reason: 'guest', charge: 'keep' })
        done(t('done.transferred', { from: homeRoomNo, to: target.roomNo }), answer.journalSeq)
      }
      const longer = Math.round((target.end - plannedEndOf(claim)) / 60_000)
      if (longer > 0) {
        const answer = await client.stay.extend({ id, minutes: longer })
        const time = clockWords(Date.parse(answer.plannedEnd), reading)
        done(t('done.extended', { room: target.roomNo, time }), answer.journalSeq)
      }
    }
    store().catch((error: unknown) => {
      takeOff()
      showToast({ text: actions.explain(error), tone: 'bad' })
    })
  }, [])
}
