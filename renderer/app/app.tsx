import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import zhTW from 'antd/locale/zh_TW'
import { useMemo } from 'react'
import { queryClient } from '#renderer/api/query-client.ts'
import { antdTheme } from '#renderer/ui/antd-theme.ts'
import { useAppearance } from '#renderer/ui/appearance.ts'
import { useLanguage } from '#renderer/ui/i18n/i18n.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { router } from './routes.tsx'

const antdLocale = { 'zh-Hans': zhCN, 'zh-Hant': zhTW, en: enUS }

export function App() {
  const appearance = useAppearance()
  const language = useLanguage()
  const theme = useMemo(() => antdTheme(appearance), [appearance])
  return (
    <ConfigProvider theme={theme} locale={antdLocale[language]} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
