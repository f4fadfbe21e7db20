import { createRoot } from 'react-dom/client'
import { needTexts, startLocale } from '../i18n/i18n.ts'
import '../ui/base.css'
import { startTheme } from '../ui/theme.ts'
import { askForBoard } from './early-board.ts'
import { keepAppFiles } from './keep-app-files.ts'
import { currentPlace } from './navigation.ts'
import { PhoneApp } from './PhoneApp.tsx'

const { route } = currentPlace()
if (route.page === 'phone') askForBoard(route.id)

startTheme()

const host = document.getElementById('root')
if (!host) throw new Error('phone.html has no #root')
await Promise.all([startLocale(), needTexts('phone')])
createRoot(host).render(<PhoneApp />)
// Which languages and tasks are loaded shows in the first seconds; what comes later is kept as it is fetched.
if (import.meta.env.PROD) void keepAppFiles(import.meta.url, 3_000)
