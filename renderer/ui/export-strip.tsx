import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelExport, closeExport, exportFile, type ShownExport, useExport } from '#renderer/api/exports.ts'
import { failureOf, useFailureText } from '#renderer/api/failure.ts'
import { Button } from './button.tsx'
import { useHotkeys } from './keyboard/use-hotkeys.ts'
import './export-strip.css'

const savedMs = 10_000
const key = 'Ctrl+Shift+E'

/** How far a file has come, over whatever screen is open: to be cancelled, tried again, or put away. */
export function ExportStrip() {
  const { t } = useTranslation('exports')
  const shown = useExport()
  const isRunning = shown?.state === 'running' || shown?.state === 'saving'
  const isOver = shown?.state === 'saved' || shown?.state === 'cancelled'

  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(closeExport, savedMs)
    return () => clearTimeout(timer)
  }, [isOver])

  useHotkeys([
    {
      id: 'export.stop',
      keys: key,
      label: isRunning ? t('cancel') : t('close'),
      group: t('strip'),
      enabled: shown !== undefined,
      listed: shown !== undefined,
      run: isRunning ? cancelExport : closeExport,
    },
  ])

  if (!shown) return null
  return (
    <section className={`export-strip export-strip-${shown.state}`} aria-label={t('strip')}>
      <StripText shown={shown} />
      {isRunning ? <StripBar shown={shown} /> : null}
      <span className="export-strip-acts">
        {shown.state === 'failed' ? (
          <Button className="button-small" onClick={() => exportFile(shown.wanted)}>
            {t('retry')}
          </Button>
        ) : null}
        <Button className="button-small" kind="quiet" hotkey={key} onClick={isRunning ? cancelExport : closeExport}>
          {isRunning ? t('cancel') : t('close')}
        </Button>
      </span>
    </section>
  )
}

/** What means something of its own where a file is made. */
const own = ['RATE_LIMITED', 'TOO_LARGE', 'UNAVAILABLE'] as const
const isOwn = (code: string): code is (typeof own)[number] => own.some((one) => one === code)

function StripText({ shown }: { shown: ShownExport }) {
  const { t, i18n } = useTranslation('exports')
  const failureText = useFailureText()
  const { title } = shown.wanted
  const number = new Intl.NumberFormat(i18n.language)
  if (shown.state === 'failed') {
    const { code } = failureOf(shown.error)
    const { what, why, next } = failureText(shown.error)
    return (
      <p role="alert">
        <b>{t('failed.what', { title })}</b> {isOwn(code) ? t(`failed.${code}`) : `${what} ${why} ${next}`}
      </p>
    )
  }
  const counts = { title, done: number.format(shown.done), of: number.format(shown.of) }
  const words = {
    running: shown.of === 0 ? t('preparing', { title }) : t(shown.unit, counts),
    saving: t('saving', { title }),
    saved: t('saved', { file: shown.fileName ?? title }),
    cancelled: t('cancelled'),
  }
  // Each row would be too much to hear; that it began and that it is there is enough.
  return <p role={shown.state === 'running' ? undefined : 'status'}>{words[shown.state]}</p>
}

function StripBar({ shown }: { shown: ShownExport }) {
  const { t } = useTranslation('exports')
  const known = shown.of > 0 && shown.state === 'running'
  return (
    <progress
      className="export-strip-bar"
      aria-label={t('strip')}
      {...(known ? { value: shown.done, max: shown.of } : {})}
    />
  )
}
