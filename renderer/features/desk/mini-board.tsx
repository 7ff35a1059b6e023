import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { Key } from '#renderer/ui/key.tsx'
import { moneyDifference } from '#renderer/ui/money-words.ts'
import type { ShownState } from '#renderer/ui/state-chip.tsx'
import { clockWords, dateWords, dayWords, plainClock, spanClock } from '#renderer/ui/time-words.ts'
import type { DecisionView, OfferView } from '#shared/contract/decision.ts'
import { addDays, businessDateOf, instantAt } from '#shared/domain/time/business-day.ts'
import { differenceWords, typeName, type WordsContext } from './answer-words.ts'
import { type MiniClaim, type MiniRow, miniRows, miniWindow, type Proposal, quietRows } from './mini-rows.ts'

const hour = 3_600_000

interface MiniBoardProps {
  readonly decision?: DecisionView
  readonly offers: readonly OfferView[]
  readonly taken?: OfferView
  readonly guest: string
  readonly words: WordsContext
  /** Name of this work place: its own soft hold needs no showing. */
  readonly station: string
}

/** The rooms of the answer and of each offer around the asked time, then those that come nearest. */
export function MiniBoard({ decision, offers, taken, guest, words, station }: MiniBoardProps) {
  const { t, venue, reading, now } = words
  const start = decision ? Date.parse(decision.start) : now
  const date = businessDateOf(start, reading)
  const board = useQuery(api.board.day.queryOptions({ input: { date } }))
  const rooms = board.data?.rooms ?? []
  const { from, to } = miniWindow(
    decision ? start : now - hour / 2,
    now,
    board.data?.open ? Date.parse(board.data.open) : 0,
  )
  const list = decision ? miniRows(decision, offers, taken, rooms) : undefined
  const rows = list?.rows ?? quietRows(rooms, now)
  const x = (at: number) => ((at - from) / (to - from)) * 100
  const midnight = instantAt(addDays(date, 1), 0, reading)
  const clearOfNow = (at: number) => Math.abs(at - now) > hour * 0.45
  const hours = Array.from({ length: 10 }, (_, index) => from + index * hour)
  const end = decision ? Date.parse(decision.end) : undefined
  const day = `${dayWords(date, businessDateOf(now, reading), reading.language)} ${dateWords(date, reading.language)}`

  return (
    <section className="mini" aria-label={t('mini.label')}>
      <header className="mini-head">
        <b>
          {day}
          {decision ? ` · ${typeName(venue, decision.typeCode)}` : ''}
        </b>
        {decision && end !== undefined ? (
          <span className="quiet">
            {spanClock(start, end, reading)}
            {decision.free ? ` ${t('mini.free', { count: decision.free.rooms })}` : ''}
            {decision.free && decision.free.reserved > 0
              ? ` ${t('mini.share', { phone: decision.free.rooms - decision.free.reserved, reserved: decision.free.reserved })}`
              : ''}
          </span>
        ) : (
          <span className="quiet">{t('mini.next')}</span>
        )}
        <span className="quiet mini-note">
          {list && decision
            ? t('mini.listed', {
                proposed: list.proposed,
                misses: list.misses,
                rest: list.rest,
                type: typeName(venue, decision.typeCode),
              })
            : ''}{' '}
          <Key name="F4" />
        </span>
      </header>
      <div className="mini-grid">
        <div className="mini-ruler" aria-hidden="true">
          {hours.filter(clearOfNow).map((at) => (
            <span key={at} style={{ left: `${x(at)}%` }} className={at === midnight ? 'mini-midnight' : ''}>
              {at === midnight ? clockWords(at, reading, date) : plainClock(at, reading)}
            </span>
          ))}
          {now >= from && now < to ? (
            <b className="mini-now" style={{ left: `${x(now)}%` }}>
              {plainClock(now, reading)}
            </b>
          ) : null}
        </div>
        <div className="mini-field" aria-hidden="true">
          {hours.map((at) => (
            <i key={at} className="mini-line" style={{ left: `${x(at)}%` }} />
          ))}
          {midnight < to ? (
            <i className="mini-next-day" style={{ left: `${Math.max(0, x(midnight))}%`, right: 0 }} />
          ) : null}
          {end !== undefined ? (
            <i className="mini-asked" style={{ left: `${x(start)}%`, width: `${x(end) - x(start)}%` }} />
          ) : null}
          {now >= from && now < to ? <i className="mini-now-line" style={{ left: `${x(now)}%` }} /> : null}
        </div>
        {rows.map((row) => (
          <Row
            key={row.room.roomNo}
            row={row}
            from={from}
            to={to}
            guest={guest}
            decision={decision}
            words={words}
            holds={(board.data?.holds ?? []).filter((hold) => hold.station !== station)}
          />
        ))}
      </div>
    </section>
  )
}

/** The answer, and of the offers those that lie clear of what is drawn already; the keys at the right name them all. */
function apart(proposals: readonly Proposal[]): Proposal[] {
  const drawn: Proposal[] = []
  for (const proposal of [...proposals].sort((a, b) => Number(a.offer !== undefined) - Number(b.offer !== undefined)))
    if (drawn.every((other) => other.end <= proposal.start || proposal.end <= other.start)) drawn.push(proposal)
  return drawn
}

function claimState(claim: MiniClaim, now: number, dueSoonMinutes: number): ShownState {
  if (claim.kind === 'block') return 'blocked'
  if (claim.kind === 'cleaning') return 'cleaning'
  const [start, end] = [Date.parse(claim.start), Date.parse(claim.end)]
  if (claim.kind === 'booking') return start < now ? 'lateParty' : 'reserved'
  if (claim.state === 'settled') return 'settled'
  return end - now <= dueSoonMinutes * 60_000 ? 'dueSoon' : 'inUse'
}

function Row({
  row,
  from,
  to,
  guest,
  decision,
  words,
  holds,
}: {
  row: MiniRow
  from: number
  to: number
  guest: string
  decision?: DecisionView
  words: WordsContext
  holds: readonly { roomNo: string; start: string; end: string; staffName: string }[]
}) {
  const { t, venue, reading, now } = words
  const place = (start: number, end: number) => {
    const left = Math.max(start, from)
    return {
      left: `${((left - from) / (to - from)) * 100}%`,
      width: `${((Math.min(end, to) - left) / (to - from)) * 100}%`,
    }
  }
  const shows = (start: number, end: number) => end > from && start < to
  return (
    <div className="mini-row">
      <span className="mini-room">
        <b>{row.room.roomNo}</b> {typeName(venue, row.room.typeCode)}
      </span>
      <span className="mini-track">
        {row.room.claims.map((claim) => {
          const [start, end] = [Date.parse(claim.start), Date.parse(claim.end)]
          const cleaningNow = claim.kind === 'cleaning' && start <= now && now < end
          if (!shows(start, end) || (claim.kind === 'cleaning' && !cleaningNow)) return null
          const past = claim.kind === 'use' ? claim.state === 'left' : end <= now
          const state = claimState(claim, now, venue.policy.dueSoonMinutes)
          return (
            <span
              key={`${claim.kind}${claim.start}`}
              className={past ? 'mini-item mini-past' : `mini-item state-${state}`}
              style={place(start, end)}
            >
              {past ? null : <b className="mini-cap">{t(`common:stateLetter.${state}`)}</b>}
              <span className="mini-text">
                {claim.kind === 'block'
                  ? claim.reason
                  : claim.kind === 'cleaning'
                    ? ''
                    : t('mini.guest', { name: claim.name ?? t('walkIn'), count: claim.party ?? 0 })}
              </span>
            </span>
          )
        })}
        {holds
          .filter((hold) => hold.roomNo === row.room.roomNo && shows(Date.parse(hold.start), Date.parse(hold.end)))
          .map((hold) => (
            <span
              key={hold.start}
              className="mini-item state-held"
              style={place(Date.parse(hold.start), Date.parse(hold.end))}
            >
              <b className="mini-cap">{t('common:stateLetter.held')}</b>
              <span className="mini-text">{t('mini.talking', { name: hold.staffName })}</span>
            </span>
          ))}
        {apart(row.proposals)
          .filter((proposal) => shows(proposal.start, proposal.end))
          .map((proposal) => (
            <span
              key={`${proposal.start}${proposal.end}`}
              className={proposal.offer ? 'mini-proposal' : 'mini-proposal mini-answer'}
              style={place(proposal.start, proposal.end)}
            >
              {spanClock(proposal.start, proposal.end, reading)}
              {proposal.offer ? '' : ` ${guest}`}
            </span>
          ))}
      </span>
      <span className="mini-why">{decision ? <Note row={row} decision={decision} words={words} /> : null}</span>
    </div>
  )
}

// The share of the telephone is used up once this answer is taken: what is still free is for walk-ins.
function keptBack({ free, outcome }: DecisionView): boolean {
  return free !== undefined && free.reserved > 0 && free.rooms - free.reserved <= (outcome === 'available' ? 1 : 0)
}

function Note({ row, decision, words }: { row: MiniRow; decision: DecisionView; words: WordsContext }) {
  const { t, reading } = words
  const [first] = row.proposals
  if (first)
    return (
      <>
        <span className="cut">{first.offer ? offerNote(first, first.offer, decision, words) : t('mini.bestFit')}</span>
        {row.proposals.map((proposal) => (
          <Key key={proposal.digit ?? 0} name={proposal.digit === undefined ? 'Enter' : String(proposal.digit)} />
        ))}
      </>
    )
  const { obstacle } = row
  if (!obstacle) return <span className="cut">{keptBack(decision) ? t('mini.keptBack') : t('common:state.free')}</span>
  if (obstacle.kind === 'cleaning') return <span className="cut">{t('mini.cleaning')}</span>
  if (obstacle.kind === 'block') return <span className="cut">{obstacle.reason ?? t('common:state.blocked')}</span>
  const [start, end] = [Date.parse(obstacle.start), Date.parse(obstacle.end)]
  const name = obstacle.name ?? t('walkIn')
  return (
    <span className="cut">
      {start <= Date.parse(decision.start)
        ? t('mini.until', { time: clockWords(end, reading), name })
        : t('mini.from', { time: clockWords(start, reading), name })}
    </span>
  )
}

const offerNote = (proposal: Proposal, offer: OfferView, decision: DecisionView, words: WordsContext): string =>
  (offer.kind === 'largerType' ? moneyDifference(offer.priceDifference) : undefined) ??
  differenceWords(offer, decision, words) ??
  spanClock(proposal.start, proposal.end, words.reading)
