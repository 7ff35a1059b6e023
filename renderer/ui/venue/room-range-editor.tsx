import { useTranslation } from 'react-i18next'
import { FormField } from '#renderer/ui/form-field.tsx'
import type { TypedRooms } from '#shared/domain/venue/room-ranges.ts'
import type { RoomType } from '#shared/domain/venue/venue.ts'
import './venue.css'

/** Rooms typed by range (`201-224 小包`), with what they come to beside them while typing. */
export function RoomRangeEditor({
  text,
  onChange,
  typed,
  types,
  autoFocus = false,
}: {
  text: string
  onChange: (text: string) => void
  typed: TypedRooms
  types: readonly RoomType[]
  autoFocus?: boolean
}) {
  const { t } = useTranslation('settings')
  const floors = new Map<string, string[]>()
  for (const room of typed.rooms) floors.set(room.floor, [...(floors.get(room.floor) ?? []), room.roomNo])
  return (
    <div className="ranges">
      <FormField
        label={t('rooms.ranges')}
        hint={t('rooms.hint', { example: `201-224 ${types[0]?.name ?? ''}` })}
        error={
          typed.problems[0] &&
          t(`rooms.problem.${typed.problems[0].kind}`, { line: typed.problems[0].line, text: typed.problems[0].text })
        }
      >
        <textarea
          className="field ranges-text"
          rows={8}
          spellCheck={false}
          autoFocus={autoFocus}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </FormField>
      <div className="ranges-preview" aria-live="polite">
        <p>
          <b>{t('rooms.total', { count: typed.rooms.length })}</b>
        </p>
        <table className="ranges-types">
          <tbody>
            {types.map((type) => {
              const rooms = typed.rooms.filter((room) => room.typeCode === type.code)
              return (
                <tr key={type.code} className={rooms.length === 0 ? 'quiet' : ''}>
                  <th scope="row">{type.name}</th>
                  <td className="num">{t('rooms.count', { count: rooms.length })}</td>
                  <td>{rooms.length === 0 ? '—' : `${rooms[0]?.roomNo} … ${rooms.at(-1)?.roomNo}`}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="quiet small">
          {[...floors].map(([floor, rooms]) => t('rooms.floor', { floor, count: rooms.length })).join(' · ')}
        </p>
      </div>
    </div>
  )
}
