import { createRoot } from 'react-dom/client'
import { startLive } from './api/live.ts'
import { queryClient } from './api/query-client.ts'
import { startClock } from './api/venue-clock.ts'
import { App } from './app/app.tsx'
import { startI18n } from './ui/i18n/i18n.ts'
import { listenForHotkeys } from './ui/keyboard/registry.ts'
import { installTokens } from './ui/tokens.ts'
import './ui/theme.css'
import './ui/primitives.css'
import './app/shell.css'

installTokens(document)
listenForHotkeys(window)
startClock()
startLive(queryClient)
await startI18n()

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
