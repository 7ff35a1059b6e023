import { useTranslation } from 'react-i18next'

/** The states of a room as the contract names them (shared/contract/board.ts). */
export type ShownState =
  | 'free'
  | 'reserved'
  | 'held'
  | 'inUse'
  | 'dueSoon'
  | 'settled'
  | 'cleaning'
  | 'lateParty'
  | 'blocked'

/** A room state as letter on its colour and pattern: 空 订 锁 用 将 买 清 未 修. Told apart without colour. */
export function StateChip({ state, size = 18 }: { state: ShownState; size?: number }) {
  const { t } = useTranslation()
  return (
    <span
      className={`state-chip state-${state}`}
      style={{ width: size, height: size, fontSize: size > 16 ? 12 : 11 }}
      title={t(`state.${state}`)}
    >
      {t(`stateLetter.${state}`)}
    </span>
  )
}
