import { createRoot } from 'react-dom/client'
import { startLocale } from '../i18n/i18n.ts'
import '../ui/base.css'
import { startTheme } from '../ui/theme.ts'
import { App } from './App.tsx'
import { keepAppFiles } from './keep-app-files.ts'

startTheme()

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
await startLocale()
createRoot(host).render(<App />)
if (import.meta.env.PROD) void keepAppFiles()
