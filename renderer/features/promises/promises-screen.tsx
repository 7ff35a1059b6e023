import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { JumpsTab } from './jumps-tab.tsx'
import { PromisesTab } from './promises-tab.tsx'
import { RefusalsTab } from './refusals-tab.tsx'
import './promises.css'

const tabs = ['promises', 'jumps', 'refusals'] as const
type Tab = (typeof tabs)[number]

/** 转包 / 大小包: promises to move, the ledger of queue jumps, and the refusals. */
export function PromisesScreen() {
  const { t } = useTranslation('promises')
  const [tab, setTab] = useState<Tab>('promises')
  return (
    <Page title={t('title')}>
      <div className="promises">
        <Tabs
          label={t('tabs')}
          tabs={tabs.map((name) => ({ name, label: t(`tab.${name}`) }))}
          active={tab}
          onChange={setTab}
        />
        {tab === 'promises' ? <PromisesTab /> : tab === 'jumps' ? <JumpsTab /> : <RefusalsTab />}
      </div>
    </Page>
  )
}
