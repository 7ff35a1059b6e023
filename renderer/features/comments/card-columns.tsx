import { useTranslation } from 'react-i18next'
import { useTimeReading } from '#renderer/api/venue.ts'
import { maskedName } from '#renderer/ui/mask.ts'
import type { RowColumn } from '#renderer/ui/row-list.tsx'
import { clockWords, dateWords } from '#renderer/ui/time-words.ts'
import { commentItems } from '#shared/domain/feedback/scores.ts'
import { ScoreTag } from './score-tag.tsx'
import { type CommentView, useTypeName } from './use-comments.ts'

/** Columns of a list of cards, ending with what became of each; with a card open beside it only what fits. */
export function useCardColumns(
  narrow: boolean,
  last: 'proposal' | 'decided' | 'none' = 'proposal',
): readonly RowColumn<CommentView>[] {
  const { t } = useTranslation('comments')
  const reading = useTimeReading()
  const typeName = useTypeName()
  const columns: readonly (RowColumn<CommentView> & { readonly wide?: true })[] = [
    { name: 'date', title: t('column.date'), width: '92px', cell: (row) => dateWords(row.date, reading.language) },
    { name: 'room', title: t('column.room'), width: '52px', cell: (row) => <b>{row.roomNo ?? '—'}</b> },
    {
      name: 'type',
      title: t('column.type'),
      width: '64px',
      wide: true,
      cell: (row) => (row.typeCode === undefined ? '' : typeName(row.typeCode)),
    },
    {
      name: 'stay',
      title: t('column.stay'),
      width: '104px',
      wide: true,
      cell: (row) =>
        row.stay
          ? `${clockWords(Date.parse(row.stay.start), reading)} ${row.stay.name === undefined ? '' : maskedName(row.stay.name)}`
          : '',
    },
    ...commentItems.map((item) => ({
      name: item,
      title: <span title={t(`item.${item}`)}>{t(`itemShort.${item}`)}</span>,
      width: '38px',
      align: 'right' as const,
      cell: (row: CommentView) => <ScoreTag score={row.scores[item]} />,
    })),
    {
      name: 'words',
      title: t('column.words'),
      width: 'minmax(140px, 2fr)',
      cell: (row) => <span title={row.words}>{row.words ?? ''}</span>,
    },
    {
      name: 'contact',
      title: t('column.contact'),
      width: 'minmax(64px, 0.6fr)',
      wide: true,
      cell: (row) => row.contact ?? '',
    },
    { name: 'phone', title: t('column.phone'), width: '108px', wide: true, cell: (row) => row.phone ?? '' },
    {
      name: 'proposal',
      title: t('column.proposal'),
      width: '72px',
      cell: ({ proposal }) =>
        proposal ? (
          <span className={proposal.state === 'open' ? 'tag tag-bad' : 'tag'}>{t(`proposal.${proposal.state}`)}</span>
        ) : (
          ''
        ),
    },
    {
      name: 'decided',
      title: t('decided'),
      width: 'minmax(140px, 1fr)',
      cell: ({ proposal }) => [proposal?.byName ?? proposal?.by, proposal?.note].filter(Boolean).join(' · '),
    },
  ]
  const ends: readonly string[] = ['proposal', 'decided']
  return columns.filter(({ name, wide }) => !(narrow && wide) && (name === last || !ends.includes(name)))
}
