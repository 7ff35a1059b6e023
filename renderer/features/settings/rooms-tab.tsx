import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { RoomRangeEditor } from '#renderer/ui/venue/room-range-editor.tsx'
import { readRooms, writeRooms } from '#shared/domain/venue/room-ranges.ts'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty, useVenueSave } from './settings-part.ts'

/** 包厢: typed by range. What changes is named before it is saved. */
export function RoomsTab({ venue, mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const before = useMemo(() => writeRooms(venue.rooms, venue.types), [venue.rooms, venue.types])
  const [text, setText] = useState(before)
  const typed = useMemo(() => readRooms(text, venue.types, venue.rooms), [text, venue.types, venue.rooms])
  const dirty = text.trim() !== before
  const wrong = typed.problems.length > 0 || typed.rooms.length === 0
  useDirty(dirty, onDirty)
  const save = useVenueSave(() =>
    client.venue.saveRooms({
      rooms: typed.rooms.map((room) => ({
        ...room,
        features: [...room.features],
        neighbours: [...room.neighbours],
      })),
    }),
  )
  const had = new Set(venue.rooms.map((room) => room.roomNo))
  const has = new Set(typed.rooms.map((room) => room.roomNo))
  const added = [...has].filter((roomNo) => !had.has(roomNo))
  const gone = [...had].filter((roomNo) => !has.has(roomNo))
  return (
    <div className="form">
      <RoomRangeEditor text={text} onChange={mayChange ? setText : () => undefined} typed={typed} types={venue.types} />
      {dirty && !wrong ? (
        <p className="note-box" role="status">
          {added.length > 0
            ? `${t('rooms.added', { rooms: added.slice(0, 12).join('、'), count: added.length })} `
            : ''}
          {gone.length > 0 ? t('rooms.gone', { rooms: gone.slice(0, 12).join('、'), count: gone.length }) : ''}
          {added.length + gone.length === 0 ? t('rooms.retyped') : ''}
        </p>
      ) : null}
      <SaveBar
        dirty={dirty}
        wrong={wrong}
        pending={save.isPending}
        error={save.error}
        mayChange={mayChange}
        onSave={() => save.mutate(undefined)}
        onReset={() => setText(before)}
      />
    </div>
  )
}
