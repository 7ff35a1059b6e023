import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { useFailureText } from '#renderer/api/failure.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { money } from '#renderer/ui/money-words.ts'
import { ErrorState, LoadingState } from '#renderer/ui/screen-states.tsx'
import { type CouponAct, couponActs } from '#shared/domain/coupons/coupon-batch.ts'
import { writeRange } from '#shared/domain/coupons/typed-serials.ts'
import { ActForm } from './act-form.tsx'
import { BatchStrip } from './batch-strip.tsx'
import { CouponChip } from './coupon-chip.tsx'
import { type SheetView, useDateWords, useMoment } from './coupon-words.ts'

const keys = { stamp: 'Alt+S', hand: 'Alt+H', void: 'Alt+V' } as const
const stateAfter = { stamp: 'stamped', hand: 'handed', void: 'voided' } as const

/** What somebody wants done to a batch: the act, and to which serials. */
export interface ActWish {
  readonly act: CouponAct
  readonly serials: string
}

/** Few enough to be offered as they are. */
const mostOffered = 6

/** What is not stamped yet is what a stamping most often means. */
function offered(batch: SheetView, act: CouponAct): string {
  if (act !== 'stamp') return ''
  const printed = batch.stretches.filter((one) => one.state === 'printed')
  return batch.coarse || printed.length > mostOffered ? '' : printed.map((one) => writeRange(one, batch)).join(', ')
}

/** One batch: where its coupons stand, what was done, and what can be done next. */
export function BatchSheet({
  id,
  wish,
  mayStamp,
  onClose,
}: {
  id: string
  wish: ActWish | undefined
  mayStamp: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('coupons')
  const failureText = useFailureText()
  const date = useDateWords()
  const [act, setAct] = useState(wish)
  const sheet = useQuery(api.coupon.sheet.queryOptions({ input: { id } }))
  const batch = sheet.data
  const acts = couponActs.filter((one) => one !== 'stamp' || mayStamp)
  const isOver = batch?.validity === 'expired'
  const begin = (one: CouponAct) => batch && setAct({ act: one, serials: offered(batch, one) })
  useHotkeys(
    acts.map((one) => ({
      id: `coupons.${one}`,
      keys: keys[one],
      label: t(`act.${one}`),
      group: t('title'),
      enabled: batch !== undefined && !isOver,
      run: () => begin(one),
    })),
  )
  if (sheet.isPending) return <LoadingState />
  if (sheet.isError) return <ErrorState {...failureText(sheet.error)} onRetry={() => void sheet.refetch()} />
  if (!batch) return null
  return (
    <>
      <header className="batch-head">
        <div className="batch-title">
          <h2>
            {batch.kind} <span className="quiet">{money(batch.value)}</span>
            {batch.validity === 'current' ? null : <span className="tag">{t(`validity.${batch.validity}`)}</span>}
          </h2>
          <Button kind="quiet" className="button-small" hotkey="Esc" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
        <p>
          <b>{batch.serials}</b> · {t('count', { count: batch.stock.issued })}
        </p>
        <p className="quiet">
          {date(batch.validFrom)} – {date(batch.validUntil)}
        </p>
        {batch.note ? <p className="quiet">{batch.note}</p> : null}
        {isOver ? null : (
          <div className="button-row">
            {acts.map((one) => (
              <Button key={one} hotkey={keys[one]} aria-expanded={act?.act === one} onClick={() => begin(one)}>
                {t(`act.${one}`)}
              </Button>
            ))}
          </div>
        )}
      </header>
      {act ? (
        <ActForm
          key={`${act.act} ${act.serials}`}
          batch={batch}
          act={act.act}
          serials={act.serials}
          onClose={() => setAct(undefined)}
        />
      ) : null}
      <div className="side-part">
        <h3>{t('strip')}</h3>
        <BatchStrip batch={batch} />
        <p className={batch.gapCount > 0 ? 'warn' : 'quiet'}>
          {batch.gapCount > 0
            ? t('gaps', { count: batch.gapCount, list: batch.gaps.map((gap) => gap.serials).join(t('comma')) })
            : t('noGaps')}
        </p>
      </div>
      <Moves batch={batch} />
    </>
  )
}

function Moves({ batch }: { batch: SheetView }) {
  const { t } = useTranslation('coupons')
  const moment = useMoment()
  const more = ({ stamp, person, channel, reason, approvedBy }: SheetView['moves'][number]) =>
    [
      stamp === undefined ? '' : t('eventStamp', { stamp }),
      person === undefined ? '' : t('eventPerson', { person, channel: t(`channel.${channel as 'desk'}`) }),
      reason === undefined ? '' : t('eventReason', { reason, approver: approvedBy?.name ?? '' }),
    ].join('')
  return (
    <section className="side-part" aria-label={t('moves')}>
      <h3>{t('moves')}</h3>
      {batch.moves.length === 0 ? <p className="quiet">{t('noMoves')}</p> : null}
      <ol className="batch-moves">
        {batch.moves.map((move) => (
          <li key={move.id}>
            <CouponChip state={stateAfter[move.act]} />
            <div>
              <p>
                <b>{t(`act.${move.act}`)}</b> {t('count', { count: move.count })} <span>{move.serials}</span>
              </p>
              <p className="quiet">
                {moment(move.at)} {move.by.name} · {more(move)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {batch.moveCount > batch.moves.length ? (
        <p className="quiet small">{t('movesMore', { count: batch.moveCount - batch.moves.length })}</p>
      ) : null}
    </section>
  )
}
