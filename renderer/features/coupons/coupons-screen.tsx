import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { mayApprove, useSession } from '#renderer/api/session-store.ts'
import { useTimeReading } from '#renderer/api/venue.ts'
import { useNow } from '#renderer/api/venue-clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import type { CouponAct } from '#shared/domain/coupons/coupon-batch.ts'
import { businessDateOf } from '#shared/domain/time/business-day.ts'
import { BatchForm } from './batch-form.tsx'
import { type ActWish, BatchSheet } from './batch-sheet.tsx'
import { BatchesTab } from './batches-tab.tsx'
import type { LifeView } from './coupon-words.ts'
import { RedeemTab } from './redeem-tab.tsx'
import { StatisticsTab } from './statistics-tab.tsx'
import { useCoupon } from './use-coupon.ts'
import { useScannerFocus } from './use-scanner-focus.ts'
import './coupons.css'

const tabs = ['redeem', 'batches', 'statistics'] as const
type Tab = (typeof tabs)[number]

/** Nobody tells that a day has ended and coupons with it: what is shown is asked again. */
function useNewDay(today: string): void {
  const queries = useQueryClient()
  const shown = useRef(today)
  useEffect(() => {
    if (shown.current === today) return
    shown.current = today
    void queries.invalidateQueries({ queryKey: api.coupon.key() })
    void queries.invalidateQueries({ queryKey: api.report.paper.key() })
  }, [today, queries])
}

/** 优惠券: a field that is always ready for the scanner; redemption, batches, and the table of appendix 07. */
export function CouponsScreen() {
  const { t } = useTranslation('coupons')
  const session = useSession()
  const reading = useTimeReading()
  const today = businessDateOf(useNow(60_000), reading)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const tab = tabs.find((name) => name === search.tab) ?? 'redeem'
  const chosen = search.batch
  const coupon = useCoupon()
  const [typed, setTyped] = useState('')
  const [creating, setCreating] = useState(false)
  const [wish, setWish] = useState<ActWish>()
  const field = useRef<HTMLInputElement>(null)
  const room = useRef<HTMLSelectElement>(null)
  const supervises = session !== undefined && mayApprove(session.staff.role)
  useScannerFocus(field)
  useEffect(() => field.current?.focus(), [])
  useNewDay(today)

  const open = (next: Tab, batch?: string) =>
    void navigate({
      to: '/coupons' as '/',
      search: { tab: next, ...(batch === undefined ? {} : { batch }) } as never,
      replace: true,
    })
  const choose = (id: string | undefined, act?: ActWish) => {
    setCreating(false)
    setWish(act)
    open('batches', id)
  }
  const create = () => {
    setCreating(true)
    open('batches')
  }
  const back = () => {
    field.current?.focus()
    setTyped('')
  }
  const actFor = (life: LifeView, act: CouponAct) => choose(life.batch.id, { act, serials: life.serial })
  const { life } = coupon
  const isRedeemable = tab === 'redeem' && life?.next === 'redeem'
  const redeem = () => {
    if (life && isRedeemable && !coupon.redeem.isPending) coupon.redeem.mutate(life.serial)
  }
  // A scanner types the serial and Enter; Enter by itself does what comes next.
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const serial = typed.trim()
    if (serial === '') {
      redeem()
      return
    }
    setTyped('')
    coupon.scan(serial)
    open('redeem')
  }

  const isSided = tab === 'batches' && (creating || chosen !== undefined)
  const next = tab === 'redeem' ? life?.next : undefined
  useHotkeys([
    ...tabs.map((name, index) => ({
      id: `coupons.tab.${name}`,
      keys: `Alt+${index + 1}`,
      label: t(`tab.${name}`),
      group: t('title'),
      run: () => open(name),
    })),
    {
      id: 'coupons.scan',
      keys: 'Escape',
      label: t('scanKey'),
      group: t('title'),
      inFields: true,
      run: () => {
        if (typed === '') {
          if (isSided) choose(undefined)
          else coupon.clear()
        }
        back()
      },
    },
    {
      id: 'coupons.room',
      keys: 'Alt+R',
      label: t('room'),
      group: t('title'),
      enabled: isRedeemable,
      run: () => room.current?.focus(),
    },
    { id: 'coupons.new', keys: 'Alt+N', label: t('newBatch'), group: t('title'), enabled: supervises, run: create },
    ...(['stamp', 'hand'] as const).map((act) => ({
      id: `coupons.go.${act}`,
      keys: act === 'stamp' ? 'Alt+S' : 'Alt+H',
      label: t(act === 'stamp' ? 'goStamp' : 'goHand'),
      group: t('title'),
      enabled: next === act && (act === 'hand' || supervises),
      run: () => life && actFor(life, act),
    })),
  ])

  const close = () => {
    choose(undefined)
    field.current?.focus()
  }
  const side =
    tab !== 'batches' ? undefined : creating ? (
      <BatchForm today={today} onClose={close} onSaved={(id) => choose(id)} />
    ) : chosen === undefined ? undefined : (
      <BatchSheet
        key={`${chosen} ${wish?.act} ${wish?.serials}`}
        id={chosen}
        wish={wish}
        mayStamp={supervises}
        onClose={close}
      />
    )
  return (
    <Page
      title={t('title')}
      sideLabel={t('sheet')}
      head={
        <form className="coupons-scan" onSubmit={submit}>
          <input
            ref={field}
            className="field"
            aria-label={t('scan')}
            placeholder={t('scanHint')}
            value={typed}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
              const rows = document.querySelector<HTMLElement>('.coupons .rows[role="grid"]')
              if (!rows) return
              event.preventDefault()
              rows.focus()
              rows.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
            }}
          />
          {coupon.asked === undefined || tab !== 'redeem' ? null : (
            <Button
              kind="quiet"
              hotkey="Esc"
              onClick={() => {
                coupon.clear()
                back()
              }}
            >
              {t('clear')}
            </Button>
          )}
        </form>
      }
      side={side}
    >
      <div className="coupons">
        <Tabs
          label={t('tabs')}
          tabs={tabs.map((name) => ({ name, label: t(`tab.${name}`) }))}
          active={tab}
          onChange={open}
        />
        {tab === 'redeem' ? (
          <RedeemTab coupon={coupon} room={room} onRoomDone={() => field.current?.focus()} onAct={actFor} />
        ) : tab === 'batches' ? (
          <BatchesTab chosen={creating ? '' : chosen} onChoose={choose} onNew={supervises ? create : undefined} />
        ) : (
          <StatisticsTab onBatch={(id) => choose(id)} />
        )}
      </div>
    </Page>
  )
}
