import { JoinForm } from '../features/join/JoinForm.tsx'
import { useText } from '../i18n/use-text.ts'
import { api } from '../session/api-client.ts'
import './join-page.css'
import { navigate } from './navigation.ts'
import { PageFrame } from './PageFrame.tsx'
import { boardPath, phonePath } from './route.ts'
import { isSmallScreen } from './small-screen.ts'

/** Joining with a short code, typed here or brought along in the address. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useText()
  return (
    <PageFrame title={t('join.pageTitle')}>
      <section className="join-card">
        <h1>{t('join.codeHeadline')}</h1>
        <JoinForm
          code={code}
          onJoin={async (joining) => {
            const { boardId } = await api.joinByCode(joining)
            navigate(isSmallScreen() ? phonePath(boardId) : boardPath(boardId))
          }}
        />
      </section>
    </PageFrame>
  )
}
