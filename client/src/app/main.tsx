import { createRoot } from 'react-dom/client'
import { needTexts, startLocale } from '../i18n/i18n.ts'
import '../ui/base.css'
import { startTheme } from '../ui/theme.ts'
import { App } from './App.tsx'
import { keepAppFiles } from './keep-app-files.ts'
import { currentPlace } from './navigation.ts'
import { phonePath, viewIn } from './route.ts'
import { isSmallScreen } from './small-screen.ts'

const { route, key } = currentPlace()
// Before the canvas is loaded for nothing.
if (route.page === 'board' && isSmallScreen() && viewIn(location.search) === null) {
  location.replace(phonePath(route.id) + (key === null ? '' : `#k=${encodeURIComponent(key)}`))
  await new Promise(() => undefined) // the page is being left
}

startTheme()

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
await Promise.all([startLocale(), needTexts('home')])
createRoot(host).render(<App />)
// The canvas is loaded last.
if (import.meta.env.PROD) void keepAppFiles(import.meta.url, 10_000)
