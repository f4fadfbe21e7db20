import { lazy, Suspense } from 'react'
import { useText } from '../i18n/use-text.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { JoinPage } from './JoinPage.tsx'
import { LoadingPage } from './MessagePage.tsx'
import { usePlace } from './navigation.ts'
import { OtherDocument } from './OtherDocument.tsx'

// Joining must not wait for Yjs.
const PhoneGate = lazy(() => import('./PhoneGate.tsx'))

/** The pages of the second build: joining by code, and a board on a phone. */
export function PhoneApp() {
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
    case 'join':
      return <JoinPage key={route.code} code={route.code} />
    case 'phone':
      return <PhoneGate key={route.id} id={route.id} linkKey={key} />
    case 'home':
    case 'board':
    case 'not-found':
      return <OtherDocument address={path} />
  }
}
