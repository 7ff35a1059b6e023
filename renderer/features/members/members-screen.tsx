import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#renderer/ui/keyboard/use-hotkeys.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { CardsTab } from './cards-tab.tsx'
import { FormTab } from './form-tab.tsx'
import { StatisticsTab } from './statistics-tab.tsx'
import './members.css'

const tabs = ['cards', 'statistics', 'form'] as const
type Tab = (typeof tabs)[number]

/** What the address asks for: a card to open, a customer to issue one to, a customer whose form to show. */
interface Asked {
  readonly card?: string
  readonly issue?: string
  readonly form?: string
  /** Statistics of these dates. */
  readonly from?: string
  readonly to?: string
}

/** 会员: the VIP cards, their statistics (流程22), and the member form (appendix 08). */
export function MembersScreen() {
  const { t } = useTranslation('members')
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Asked
  const [tab, setTab] = useState<Tab>(search.form === undefined ? 'cards' : 'form')
  const [asked, setAsked] = useState<Asked>(search)

  // An address that asks for something is answered once; then it is plain again, so that it works the next time.
  useEffect(() => {
    const { card, issue, form, from, to } = search
    const dates = from !== undefined && to !== undefined ? { from: String(from), to: String(to) } : undefined
    if (card === undefined && issue === undefined && form === undefined && dates === undefined) return
    setAsked({
      ...(card !== undefined && { card: String(card) }),
      ...(issue !== undefined && { issue: String(issue) }),
      ...(form !== undefined && { form: String(form) }),
      ...dates,
    })
    setTab(dates ? 'statistics' : form === undefined ? 'cards' : 'form')
    void navigate({ to: '/members' as '/', search: {} as never, replace: true })
  }, [search, navigate])

  useHotkeys(
    tabs.map((name, index) => ({
      id: `members.${name}`,
      keys: `Alt+${index + 1}`,
      label: t(`tabKey.${name}`),
      group: t('title'),
      run: () => setTab(name),
    })),
  )
  const openCard = (card: string) => {
    setAsked({ card })
    setTab('cards')
  }
  return (
    <Page title={t('title')}>
      <div className="members">
        <Tabs
          label={t('tabs')}
          tabs={tabs.map((name) => ({ name, label: t(`tab.${name}`) }))}
          active={tab}
          onChange={setTab}
        />
        {tab === 'cards' ? (
          <CardsTab
            key={`${asked.card ?? ''} ${asked.issue ?? ''}`}
            asked={asked}
            onForm={(form) => {
              setAsked({ form })
              setTab('form')
            }}
          />
        ) : tab === 'statistics' ? (
          <StatisticsTab key={`${asked.from} ${asked.to}`} from={asked.from} to={asked.to} onCard={openCard} />
        ) : (
          <FormTab key={asked.form ?? ''} customerId={asked.form} />
        )}
      </div>
    </Page>
  )
}
