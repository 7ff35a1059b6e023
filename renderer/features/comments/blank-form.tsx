import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useVenue } from '#renderer/api/venue.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useLanguage, useTextsIn } from '#renderer/ui/i18n/i18n.ts'
import { type Language, languageNames, languages } from '#renderer/ui/i18n/language.ts'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { commentItems, scoreValues } from '#shared/domain/feedback/scores.ts'
import './blank-form.css'

const layouts = ['4', '2', '1'] as const
type Layout = (typeof layouts)[number]

/** 贵宾意见样式: the blank card, four, two or one on a sheet of A4 with marks to cut along, in the guests' language. */
export function BlankForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('comments')
  const own = useLanguage()
  const [layout, setLayout] = useState<Layout>('4')
  const [language, setLanguage] = useState<Language>(own)
  return (
    <>
      <Dialog title={t('blank')} width={640} onClose={onClose} footer={<Foot onClose={onClose} />}>
        <div className="blank-choices">
          <Segmented
            label={t('blankLayout')}
            options={layouts.map((name) => ({ value: name, label: t('perSheet', { count: Number(name) }) }))}
            value={layout}
            onChange={setLayout}
          />
          <Segmented
            label={t('blankLanguage')}
            options={languages.map((name) => ({ value: name, label: languageNames[name] }))}
            value={language}
            onChange={setLanguage}
          />
        </div>
        <div className="blank-preview" aria-hidden="true">
          <Sheet layout={layout} language={language} />
        </div>
      </Dialog>
      {createPortal(
        <section className="blank-print" aria-hidden="true">
          <Sheet layout={layout} language={language} />
        </section>,
        document.body,
      )}
    </>
  )
}

// Keys of the dialog live on its own layer, so they are asked for within it.
function Foot({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('comments')
  useHotkeys([{ id: 'blank.print', keys: 'F9', label: t('printBlank'), group: t('title'), run: () => window.print() }])
  return (
    <>
      <Button onClick={onClose} hotkey="Esc">
        {t('close')}
      </Button>
      <Button kind="primary" hotkey="F9" onClick={() => window.print()}>
        {t('printBlank')}
      </Button>
    </>
  )
}

function Sheet({ layout, language }: { layout: Layout; language: Language }) {
  return (
    <div className={`blank-sheet blank-sheet-${layout}`} lang={language}>
      {Array.from({ length: Number(layout) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same card in every place
        <BlankCard key={place} language={language} />
      ))}
    </div>
  )
}

function BlankCard({ language }: { language: Language }) {
  const t = useTextsIn(language, 'comments')
  const venue = useVenue()
  if (!t) return <article className="blank-card" />
  const line = (name: 'date' | 'room' | 'time' | 'contact' | 'phone') => (
    <span className={`blank-line blank-${name}`}>
      <span>{t(`paper.${name}`)}</span>
      <i />
    </span>
  )
  return (
    <article className="blank-card">
      <header>
        <h1>{t('paper.title')}</h1>
        <p>{venue?.name}</p>
      </header>
      <p className="blank-greeting">{t('paper.greeting')}</p>
      <div className="blank-row">
        {line('date')}
        {line('room')}
        {line('time')}
      </div>
      <table>
        <thead>
          <tr>
            <td />
            {scoreValues.toReversed().map((score) => (
              <th key={score}>{t(`paper.score.${score}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {commentItems.map((item) => (
            <tr key={item}>
              <th>
                {t(`paper.item.${item}`)} <small>{t(`paper.about.${item}`)}</small>
              </th>
              {scoreValues.toReversed().map((score) => (
                <td key={score}>
                  <b className="blank-box">{score}</b>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="blank-words">
        <span>{t('paper.words')}</span>
        <i />
        <i />
        <i />
      </div>
      <div className="blank-row">
        {line('contact')}
        {line('phone')}
      </div>
      <footer>{t('paper.foot')}</footer>
    </article>
  )
}
