import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { listNames, menuKeys, menuNames, type ReportName } from './report-names.ts'

/** The report's title, which opens the list of all reports: Alt+R, then ↑ ↓ and Enter, or the key of a line. */
export function ReportMenu({
  title,
  current,
  onChoose,
}: {
  title: string
  current: ReportName
  onChoose: (name: ReportName) => void
}) {
  const { t } = useTranslation('reports')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const show = () => {
    setActive(Math.max(0, menuNames.indexOf(current)))
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const choose = (name: ReportName | undefined) => {
    if (name === undefined) return
    close()
    onChoose(name)
  }
  useHotkeys([
    { id: 'reports.menu', keys: 'Alt+R', label: t('screen.others'), group: t('title'), status: 84, run: show },
  ])
  useEffect(() => {
    if (open) list.current?.focus()
  }, [open])

  const press = (event: KeyboardEvent) => {
    const last = menuNames.length - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next !== undefined) setActive(next)
    else if (event.key === 'Enter' || event.key === ' ') choose(menuNames[active])
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (menuKeys.includes(event.key.toLowerCase()) && !(event.ctrlKey || event.altKey || event.metaKey))
      choose(menuNames[menuKeys.indexOf(event.key.toLowerCase())])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="report-menu">
      <h1>
        <button
          ref={button}
          type="button"
          className="report-title"
          aria-haspopup="listbox"
          aria-expanded={open}
          title={`${t('screen.others')} Alt+R`}
          onClick={() => (open ? close() : show())}
        >
          {title}
          <span className="report-title-mark" aria-hidden="true">
            ▾
          </span>
        </button>
      </h1>
      {open ? (
        <div
          ref={list}
          className="report-list"
          role="listbox"
          tabIndex={-1}
          aria-label={t('screen.others')}
          aria-activedescendant={`${id}-${active}`}
          onKeyDown={press}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
          }}
        >
          {menuNames.map((name, index) => (
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={name === current}
              className={[
                'report-option',
                index === active ? 'report-option-active' : '',
                name === listNames[0] ? 'report-option-ruled' : '',
              ].join(' ')}
              onPointerDown={(event) => {
                event.preventDefault()
                choose(name)
              }}
            >
              <kbd className="key">{menuKeys[index]}</kbd>
              <span>{t(`menu.${name}`)}</span>
              <span className="quiet small">{t(`menuNote.${name}`)}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
