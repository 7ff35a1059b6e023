import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '#renderer/ui/state-chip.tsx'
import type { TimeReading } from '#renderer/ui/time-words.ts'
import type { WallTile } from '#shared/domain/room/wall-tile.ts'
import { useTileWords } from './wall-words.ts'

interface TileProps {
  tile: WallTile
  reading: TimeReading
  /** Number of the waiting party this room suits. */
  matched: string | undefined
  focused: boolean
  lobby: boolean
}

export const tileId = (roomNo: string): string => `tile-${roomNo}`

/** One room: band, number, state letter, what matters now, what comes next. */
export const WallTileView = memo(function WallTileView({ tile, reading, matched, focused, lobby }: TileProps) {
  const { t } = useTranslation('wall')
  const { t: common } = useTranslation()
  const words = useTileWords(lobby)(tile, reading, matched)
  return (
    <div
      role="gridcell"
      id={tileId(tile.roomNo)}
      data-tile={tile.roomNo}
      className={`tile state-${tile.state}${focused ? ' tile-focused' : ''}`}
    >
      <span className="visually-hidden">{`${tile.roomNo} ${common(`state.${tile.state}`)} ${words.strong} ${words.rest} ${words.below}`}</span>
      <i className="tile-band" />
      {/* The cell's own name says all of it in order. */}
      <div className="tile-head" aria-hidden="true">
        <b>{tile.roomNo}</b>
        {tile.vip && !lobby ? <i className="tile-badge badge-gold">VIP</i> : null}
        {tile.promise && !lobby ? (
          <i className="tile-badge badge-blue" title={t('badge.promise')}>
            {t('badgeLetter.promise')}
          </i>
        ) : null}
        {matched !== undefined && !lobby ? (
          <i className="tile-badge badge-gold" title={t('badge.waiting')}>
            {t('badgeLetter.waiting')}
          </i>
        ) : null}
        <StateChip state={tile.state} />
      </div>
      <p className={`tile-now tile-${words.tone}`} aria-hidden="true">
        <b>{words.strong}</b> <span>{words.rest}</span>
      </p>
      <p className="tile-next" aria-hidden="true">
        {words.below}
      </p>
    </div>
  )
})
