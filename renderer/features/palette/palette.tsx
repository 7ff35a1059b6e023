import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { type ReactNode, useContext, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useTimeReading, useVenue } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { type AppearanceChoice, chooseAppearance } from '#renderer/ui/appearance.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { chooseLanguage } from '#renderer/ui/i18n/i18n.ts'
import { languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { Key } from '#renderer/ui/key.tsx'
import { useAliveHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { ScreensContext, screensWithEntry } from '#renderer/ui/screens.ts'
import { momentWords } from '#renderer/ui/time-words.ts'
import { limits } from '#shared/contract/fields.ts'
import { byKey } from './by-key.ts'
import './palette.css'

const appearances: readonly AppearanceChoice[] = ['light', 'dark', 'auto']

/** Ctrl+K: every screen and every command with its key, and bookings, customers and rooms as they are typed. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('palette')
  const navigate = useNavigate()
  const venue = useVenue()
  const reading = useTimeReading()
  const now = useNow(60_000)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // The dialog takes the focus when it opens; then it is the field's.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const q = useDeferredValue(typed.trim()).slice(0, limits.search)
  const asks = q.length >= 2
  const bookings = useQuery({
    ...api.booking.list.queryOptions({ input: { q, limit: 6 } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  })
  const customers = useQuery({
    ...api.customer.list.queryOptions({ input: { q, limit: 6 } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  })
  const folded = q.toLowerCase()
  const matches = (text: string) => q === '' || text.toLowerCase().includes(folded)
  const { opened, within } = usePlaces()
  const screens = opened.filter((screen) => matches(`${screen.name} ${screen.keys ?? ''}`))
  const places = q === '' ? [] : within.filter((place) => matches(place.label))
  const commands = useAliveHotkeys()
    .filter((hotkey) => hotkey.listed !== false && hotkey.id !== 'palette.open')
    .filter((hotkey) => !screens.some((screen) => screen.hotkey === hotkey.id))
    .toSorted(byKey)
  const rooms = asks ? (venue?.rooms ?? []).filter((room) => room.roomNo.startsWith(q)).slice(0, 6) : []
  // What is chosen runs after the palette has gone, so that focus and keys are the page's again.
  const run = (act: () => void) => {
    onClose()
    setTimeout(act, 0)
  }
  const go = (to: string, search: Record<string, string>) =>
    run(() => void navigate({ to: to as '/', search: search as never }))
  const item = (value: string, act: () => void, children: ReactNode, key?: string) => (
    <Command.Item key={value} value={value} onSelect={act}>
      <span className="palette-words">{children}</span>
      {key ? <Key name={key} /> : null}
    </Command.Item>
  )
  const typeName = (code: string) => venue?.types.find((type) => type.code === code)?.name ?? code
  const shownCommands = commands.filter((hotkey) => matches(`${hotkey.label} ${hotkey.group} ${hotkey.keys}`))
  const preferences = [
    ...languages.map((one) => ({
      id: `language ${one}`,
      words: t('language', { name: languageNames[one] }),
      act: () => void chooseLanguage(one),
    })),
    ...appearances.map((one) => ({
      id: `appearance ${one}`,
      words: t('appearance', { name: t(one as 'light') }),
      act: () => chooseAppearance(one),
    })),
  ].filter((one) => matches(one.words))
  const found = asks ? (bookings.data?.items ?? []) : []
  const people = asks ? (customers.data?.items ?? []) : []
  const first = [
    ...found.map((booking) => `booking ${booking.code}`),
    ...people.map((customer) => `customer ${customer.id}`),
    ...rooms.map((room) => `room ${room.roomNo}`),
    ...screens.map((screen) => `open ${screen.path}`),
    ...shownCommands.map((hotkey) => `command ${hotkey.id}`),
    ...places.map((place) => `place ${place.label}`),
    ...preferences.map((one) => one.id),
  ][0]
  // Enter takes the first of what is found, until the arrows have chosen another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed begins the choice anew
  useEffect(() => setChosen(first ?? ''), [q, first])
  return (
    <Dialog title={t('title')} onClose={onClose} width={620}>
      <Command
        className="palette"
        value={chosen}
        onValueChange={setChosen}
        shouldFilter={false}
        label={t('title')}
        loop
      >
        <Command.Input
          ref={field}
          className="field palette-input"
          value={typed}
          onValueChange={setTyped}
          placeholder={t('placeholder')}
          maxLength={limits.search}
        />
        <Command.Empty className="palette-empty">
          {asks && (bookings.isFetching || customers.isFetching) ? t('searching') : t('empty', { q })}
        </Command.Empty>
        <Command.List className="palette-list" label={t('title')}>
          {found.length > 0 ? (
            <Command.Group heading={t('bookings')}>
              {found.map((booking) =>
                item(
                  `booking ${booking.code}`,
                  () => go('/bookings', { code: booking.code }),
                  <>
                    <b>{booking.customer.name}</b> {momentWords(Date.parse(booking.start), now, reading)}{' '}
                    {typeName(booking.typeCode)} {booking.roomNo ?? ''} <span className="quiet">{booking.code}</span>
                  </>,
                ),
              )}
            </Command.Group>
          ) : null}
          {people.length > 0 ? (
            <Command.Group heading={t('customers')}>
              {people.map((customer) =>
                item(
                  `customer ${customer.id}`,
                  () => go('/customers', { id: customer.id }),
                  <>
                    <b>{customer.name}</b> {customer.title ?? ''}{' '}
                    <span className="quiet">{maskedPhone(customer.phones[0] ?? '')}</span>
                  </>,
                ),
              )}
            </Command.Group>
          ) : null}
          {rooms.length > 0 ? (
            <Command.Group heading={t('rooms')}>
              {rooms.map((room) =>
                item(
                  `room ${room.roomNo}`,
                  () => go('/board', { room: room.roomNo }),
                  <>
                    <b>{room.roomNo}</b> {typeName(room.typeCode)}
                  </>,
                ),
              )}
            </Command.Group>
          ) : null}
          {screens.length > 0 ? (
            <Command.Group heading={t('places')}>
              {screens.map((screen) =>
                item(`open ${screen.path}`, () => go(screen.path, {}), screen.name, screen.keys),
              )}
            </Command.Group>
          ) : null}
          {shownCommands.length > 0 ? (
            <Command.Group heading={t('commands')}>
              {shownCommands.map((hotkey) =>
                item(
                  `command ${hotkey.id}`,
                  () => run(() => hotkey.run(new KeyboardEvent('keydown'))),
                  <>
                    {hotkey.label} <span className="quiet">{hotkey.group}</span>
                  </>,
                  hotkey.keys,
                ),
              )}
            </Command.Group>
          ) : null}
          {places.length > 0 ? (
            <Command.Group heading={places[0]?.screen}>
              {places.map((place) => item(`place ${place.label}`, () => go(place.path, place.search), place.label))}
            </Command.Group>
          ) : null}
          {preferences.length > 0 ? (
            <Command.Group heading={t('preferences')}>
              {preferences.map((one) => item(one.id, () => run(one.act), one.words))}
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </Dialog>
  )
}

/** The screens of the side bar, and the reports and the like that one of them shows, to be opened by name. */
function usePlaces() {
  const { t } = useTranslation(['common', 'reports'])
  const screens = screensWithEntry(useContext(ScreensContext))
  const opened = screens.map(({ path, entry, keys = [] }) => {
    const name = t(entry.word)
    const key = keys.find((one) => one.search === undefined && !one.typesOn)
    return {
      path,
      name,
      keys: key?.keys,
      // Called by the same name, it need not stand among the commands as well.
      hotkey: key && t(key.word) === name ? `go.${path}.${key.keys}` : undefined,
    }
  })
  const within = screens.flatMap(({ path, entry, places }) =>
    (places?.(t) ?? []).map((place) => ({ ...place, path, screen: t(entry.word) })),
  )
  return { opened, within }
}
