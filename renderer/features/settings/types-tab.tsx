import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '#renderer/api/client.ts'
import { limits } from '#shared/contract/fields.ts'
import type { RoomType } from '#shared/domain/venue/venue.ts'
import { SaveBar } from './save-bar.tsx'
import { type SettingsPart, useDirty, useVenueSave } from './settings-part.ts'

const numbers = ['seats', 'minParty', 'maxSeats', 'cleaningMinutes'] as const
type NumberField = (typeof numbers)[number]
type Draft = Readonly<Record<NumberField | 'code' | 'name', string>>

const draftOf = (type: RoomType): Draft => ({
  code: type.code,
  name: type.name,
  seats: String(type.seats),
  minParty: String(type.minParty),
  maxSeats: String(type.maxSeats),
  cleaningMinutes: String(type.cleaningMinutes),
})
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What is wrong with each field of a type: numbers, and that fewer fit in comfort than at most. */
export function wrongFields(draft: Draft): ReadonlySet<NumberField | 'name'> {
  const wrong = new Set<NumberField | 'name'>()
  if (draft.name.trim() === '') wrong.add('name')
  for (const field of numbers) {
    const most = field === 'cleaningMinutes' ? 1440 : limits.party
    const value = whole(draft[field])
    if (!(value >= (field === 'cleaningMinutes' ? 0 : 1) && value <= most)) wrong.add(field)
  }
  if (whole(draft.maxSeats) < whole(draft.seats)) wrong.add('maxSeats')
  if (whole(draft.minParty) > whole(draft.seats)) wrong.add('minParty')
  return wrong
}

/** 房型: name, seats and cleaning of each type, small to large. */
export function TypesTab({ venue, mayChange, onDirty }: SettingsPart) {
  const { t } = useTranslation('settings')
  const before = venue.types.map(draftOf)
  const [drafts, setDrafts] = useState<readonly Draft[]>(before)
  const dirty = JSON.stringify(drafts) !== JSON.stringify(before)
  const wrong = drafts.some((draft) => wrongFields(draft).size > 0)
  useDirty(dirty, onDirty)
  const save = useVenueSave(() =>
    client.venue.saveTypes({
      types: venue.types.map((type, index) => {
        const draft = drafts[index] ?? draftOf(type)
        return {
          ...type,
          name: draft.name.trim(),
          seats: whole(draft.seats),
          minParty: whole(draft.minParty),
          maxSeats: whole(draft.maxSeats),
          cleaningMinutes: whole(draft.cleaningMinutes),
        }
      }),
    }),
  )
  const change = (index: number, field: keyof Draft, value: string) =>
    setDrafts(drafts.map((draft, at) => (at === index ? { ...draft, [field]: value } : draft)))
  return (
    <div className="form">
      <p className="quiet">{t('types.note')}</p>
      <table className="prices">
        <thead>
          <tr>
            <th scope="col">{t('types.code')}</th>
            <th scope="col">{t('types.name')}</th>
            {numbers.map((field) => (
              <th key={field} scope="col">
                {t(`types.${field}`)}
              </th>
            ))}
            <th scope="col">{t('types.rooms')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, index) => {
            const bad = wrongFields(draft)
            return (
              <tr key={draft.code}>
                <th scope="row">{draft.code}</th>
                <td>
                  <input
                    className="field settings-name"
                    aria-label={`${draft.code} ${t('types.name')}`}
                    aria-invalid={bad.has('name')}
                    value={draft.name}
                    maxLength={20}
                    readOnly={!mayChange}
                    onChange={(event) => change(index, 'name', event.target.value)}
                  />
                </td>
                {numbers.map((field) => (
                  <td key={field}>
                    <input
                      className="field"
                      inputMode="numeric"
                      aria-label={`${draft.name} ${t(`types.${field}`)}`}
                      aria-invalid={bad.has(field)}
                      value={draft[field]}
                      maxLength={4}
                      readOnly={!mayChange}
                      onChange={(event) => change(index, field, event.target.value)}
                    />
                  </td>
                ))}
                <td className="num quiet">{venue.rooms.filter((room) => room.typeCode === draft.code).length}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {wrong ? <p className="form-error">{t('types.wrong')}</p> : null}
      <SaveBar
        dirty={dirty}
        wrong={wrong}
        pending={save.isPending}
        error={save.error}
        mayChange={mayChange}
        onSave={() => save.mutate(undefined)}
        onReset={() => setDrafts(before)}
      />
    </div>
  )
}
