import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/api/client.ts'
import { FormField } from '#renderer/ui/form-field.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { maskedPhone } from '#renderer/ui/mask.ts'
import { limits } from '#shared/contract/fields.ts'
import { cardNoInGroups } from '#shared/domain/members/card-number.ts'
import { type CustomerView, personWords } from './card-words.ts'

const shown = 8

/** Finds a customer as he is typed: name, pinyin, initials or digits; ↑ ↓ Enter choose. */
export function CustomerPicker({
  label,
  hint,
  onChoose,
  none,
  autoFocus = true,
}: {
  label: string
  hint: string
  onChoose: (customer: CustomerView) => void
  /** What to say, and offer, when nobody is found. */
  none?: (typed: string) => ReactNode
  autoFocus?: boolean
}) {
  const { t } = useTranslation('members')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(typed.trim())
  const list = useQuery({
    ...api.customer.list.queryOptions({ input: { q: q.slice(0, limits.search), limit: shown } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const found = q === '' ? [] : (list.data?.items ?? [])
  const settled = typed.trim() === q && !list.isFetching && !list.isPlaceholderData
  const index = Math.min(at, found.length - 1)
  // Enter may come before the answer does: it is kept until then, and not asked for twice.
  useEffect(() => {
    if (!entered || !settled) return
    setEntered(false)
    const customer = found[index]
    if (customer) onChoose(customer)
  }, [entered, settled, found, index, onChoose])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, index + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, index - 1))
    else if (event.key === 'Enter') setEntered(typed.trim() !== '')
    else return
    event.preventDefault()
  }
  useHotkeys([{ id: 'members.pick', keys: 'Ctrl+F', label, group: t('title'), run: () => field.current?.select() }])
  return (
    <div className="members-picker">
      <FormField label={label} hint={hint}>
        <input
          ref={field}
          className="field"
          autoFocus={autoFocus}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${index}` : undefined}
          autoComplete="off"
          value={typed}
          maxLength={limits.search}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            setEntered(false)
          }}
          onKeyDown={press}
        />
      </FormField>
      <div id={`${id}-list`} role="listbox" aria-label={t('issue.found')} className="members-found">
        {found.map((customer, row) => (
          <button
            key={customer.id}
            id={`${id}-${row}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={row === index}
            className="members-person"
            onClick={() => onChoose(customer)}
          >
            <b>{personWords(customer)}</b>
            <span className="quiet">{maskedPhone(customer.phones[0] ?? '')}</span>
            <span className="members-person-card">
              {customer.card ? (
                cardNoInGroups(customer.card.cardNo)
              ) : customer.vipTier ? (
                <span className="tag">{t(`tier.${customer.vipTier}`)}</span>
              ) : null}
            </span>
          </button>
        ))}
      </div>
      {q !== '' && settled && found.length === 0 ? none?.(q) : null}
    </div>
  )
}
