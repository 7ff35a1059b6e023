import { commentItems } from '#shared/domain/feedback/scores.ts'
import type { Paper, PaperColumn, PaperRow, Unit } from '#shared/domain/reports/paper.ts'
import { type CommentDesk, type CommentView, commentViews } from '../queries/comment-view.ts'
import type { ReportSource } from '../queries/day-archive.ts'
import { commentRows, countComments } from '../queries/list-comments.ts'
import { progressOf } from '../queries/report-frame.ts'
import { type ReportReader, reportHead } from '../queries/report-head.ts'
import { factsOf, paperHead } from './paper-facts.ts'

/** More cards than anybody reads on paper. */
export const mostCardsOnPaper = 5_000

interface CardsWanted {
  readonly from: string
  readonly to: string
  readonly floor?: string | undefined
}

/** 贵宾意见卡明细: every card of some dates with its scores and the guest's words, the first date first; phones masked. */
export async function commentCardsPaper(
  source: ReportSource,
  reader: ReportReader,
  { from, to, floor }: CardsWanted,
): Promise<Paper> {
  const { words } = reader
  const text = (key: string, values?: Record<string, string | number>) => words(`comments.${key}`, values)
  // Who entered a card stands there by number: names come and go.
  const desk: CommentDesk = { model: source.model, auth: { nameOf: () => undefined } }
  const rows = await commentRows(source.reader, { from, to, floor }, 0, mostCardsOnPaper)
  const cards = (await commentViews(source.reader, desk, rows)).reverse()
  const total = rows.length < mostCardsOnPaper ? rows.length : await countComments(source.reader, { from, to, floor })
  const types = new Map(source.model.venue.on(to).types.map((type) => [type.code, type.name]))
  const head = await reportHead(source, reader, {
    title: words('name.commentCards'),
    stretch: { from, to },
    progress: progressOf(source),
    filter: floor === undefined ? {} : { floor },
    figures: ['cardPlace', 'cardProposal'],
  })
  const full = { ...head, checks: [], state: 'running', until: head.madeAt } as const
  const column = (key: string, unit: Unit, width: number, title = text(key)): PaperColumn => ({
    key,
    title,
    unit,
    width,
  })
  const left = total - cards.length
  return {
    name: 'comment-cards',
    ...paperHead(full, words),
    facts: [...factsOf('comment-cards', full, words), { label: text('cards'), value: String(total) }],
    tables: [
      {
        key: 'cards',
        columns: [
          column('date', 'date', 11),
          column('time', 'text', 7),
          column('room', 'text', 7),
          column('type', 'text', 9),
          column('floor', 'text', 6),
          column('shift', 'text', 7),
          ...commentItems.map((item) => column(item, 'count', 6, text(`item.${item}`))),
          column('words', 'text', 40),
          column('contact', 'text', 10),
          column('phone', 'text', 13),
          column('proposal', 'text', 9),
          column('by', 'text', 7),
        ],
        rows: [
          ...cards.map((card) => rowOf(card, types, text)),
          ...(left > 0
            ? [{ key: 'more', kind: 'note' as const, cells: { date: null, words: text('more', { count: left }) } }]
            : []),
        ],
        empty: text('none'),
      },
    ],
    landscape: true,
  }
}

const rowOf = (card: CommentView, types: ReadonlyMap<string, string>, text: (key: string) => string): PaperRow => ({
  key: card.id,
  kind: 'row',
  cells: {
    date: card.date,
    time: card.at?.slice(11, 16) ?? '',
    room: card.roomNo ?? '',
    type: card.typeCode === undefined ? '' : (types.get(card.typeCode) ?? card.typeCode),
    floor: card.floor ?? '',
    shift: card.shift ?? '',
    ...card.scores,
    words: card.words ?? '',
    contact: card.contact ?? '',
    phone: card.phone ?? '',
    proposal: card.proposal ? text(`state.${card.proposal.state}`) : '',
    by: card.enteredBy,
  },
})
