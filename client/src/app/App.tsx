import { lazy, Suspense } from 'react'
import { needTexts } from '../i18n/i18n.ts'
import { useText } from '../i18n/use-text.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { HomePage } from './HomePage.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LoadingPage, MessagePage } from './MessagePage.tsx'
import { usePlace } from './navigation.ts'
import { OtherDocument } from './OtherDocument.tsx'

// The home page must not wait for Yjs.
const BoardGate = lazy(async () => {
  const [page] = await Promise.all([import('./BoardGate.tsx'), needTexts('board')])
  return page
})

export function App() {
  const { t } = useText()
  return (
    <>
      <a href="#main" className="btn btn-primary skip-link">
        {t('app.skipToMain')}
      </a>
      <ErrorBoundary>
        <Suspense fallback={<LoadingPage />}>
          <CurrentPage />
        </Suspense>
      </ErrorBoundary>
      <LiveRegion />
    </>
  )
}

function CurrentPage() {
  const { route, path, key } = usePlace()
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'join':
      return <JoinPage key={route.code} code={route.code} />
    case 'board':
      return <BoardGate key={route.id} id={route.id} linkKey={key} />
    case 'phone':
      return <OtherDocument address={path} />
    case 'not-found':
      return <MessagePage kind="notFound" />
  }
}
