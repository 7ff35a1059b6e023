import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { BlankForm } from './blank-form.tsx'
import { CardFile } from './card-file.tsx'
import { CardsTab } from './cards-tab.tsx'
import { EntryTab } from './entry-tab.tsx'
import { ProposalsTab } from './proposals-tab.tsx'
import { StatisticsTab } from './statistics-tab.tsx'
import { useOpenProposals } from './use-comments.ts'
import './comments.css'

const tabs = ['entry', 'statistics', 'proposals', 'cards'] as const
type Tab = (typeof tabs)[number]

/** Tabs with a paper of their own, which F9 prints; the blank card has the key on the others. */
const printed: readonly Tab[] = ['statistics', 'cards']

/** 意见: the guests' comment cards (贵宾意见卡), from the paper to their figures (流程22). */
export function CommentsScreen() {
  const { t } = useTranslation('comments')
  const [tab, setTab] = useState<Tab>('entry')
  const [chosen, setChosen] = useState<string>()
  const [printing, setPrinting] = useState(false)
  const open = useOpenProposals().data?.items.length
  const show = (name: Tab) => {
    setTab(name)
    setChosen(undefined)
  }
  const group = t('title')
  const hasKey = !printed.includes(tab)
  useHotkeys([
    ...tabs.map((name, index) => ({
      id: `comments.${name}`,
      keys: `Alt+${index + 1}`,
      label: t(`tab.${name}`),
      group,
      run: () => show(name),
    })),
    {
      id: 'comments.blank',
      keys: 'F9',
      label: t('blank'),
      group,
      status: 90,
      enabled: hasKey,
      run: () => setPrinting(true),
    },
    {
      id: 'comments.close',
      keys: 'Escape',
      label: t('close'),
      group,
      listed: false,
      enabled: chosen !== undefined,
      run: () => setChosen(undefined),
    },
  ])
  return (
    <Page
      title={t('title')}
      sideLabel={t('card')}
      head={
        <>
          <span className="page-gap" />
          <Button {...(hasKey ? { hotkey: 'F9' } : {})} onClick={() => setPrinting(true)}>
            {t('blank')}
          </Button>
        </>
      }
      side={
        chosen === undefined ? undefined : <CardFile key={chosen} id={chosen} onClose={() => setChosen(undefined)} />
      }
    >
      <div className="comments">
        <Tabs
          label={t('tabs')}
          tabs={tabs.map((name) => ({
            name,
            label: t(`tab.${name}`),
            ...(name === 'proposals' && open ? { count: open } : {}),
          }))}
          active={tab}
          onChange={show}
        />
        {tab === 'entry' ? (
          <EntryTab />
        ) : tab === 'statistics' ? (
          <StatisticsTab />
        ) : tab === 'proposals' ? (
          <ProposalsTab chosen={chosen} onChoose={setChosen} />
        ) : (
          <CardsTab chosen={chosen} onChoose={setChosen} />
        )}
      </div>
      {printing ? <BlankForm onClose={() => setPrinting(false)} /> : null}
    </Page>
  )
}
