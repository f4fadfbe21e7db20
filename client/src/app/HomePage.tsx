import type { CreateBoardRequest } from '@remedyboard/shared/protocol/api'
import { EXAMPLE } from '@remedyboard/shared/templates/template-info'
import { HeartHandshake, ServerOff, ShieldCheck } from 'lucide-react'
import { CodeForm } from '../features/join/CodeForm.tsx'
import { savedName } from '../features/join/saved-name.ts'
import { ExampleBoard } from '../features/new-board/ExampleBoard.tsx'
import { NewBoardForm } from '../features/new-board/NewBoardForm.tsx'
import { RecentBoards } from '../features/recent/RecentBoards.tsx'
import { text } from '../i18n/i18n.ts'
import { useText } from '../i18n/use-text.ts'
import { api } from '../session/api-client.ts'
import './home-page.css'
import { navigate } from './navigation.ts'
import { PageFrame } from './PageFrame.tsx'
import { boardPath, joinPath } from './route.ts'

/** Whoever makes a board leads it: no form between "create" and the board. */
async function createAndOpen(request: CreateBoardRequest, createKey?: string): Promise<void> {
  const { id, keys } = await api.createBoard(request, createKey)
  await api.join(id, { key: keys.facilitator, name: savedName() || text('defaultName.facilitator') })
  navigate(boardPath(id))
}

/** New board, way into a running workshop, boards of this device. */
export function HomePage() {
  const { t, locale } = useText()
  return (
    <PageFrame title={t('home.pageTitle')}>
      <div className="home-hero">
        <h1>{t('home.headline')}</h1>
        <p>{t('home.lead')}</p>
        <ul className="home-points">
          <li>
            <HeartHandshake aria-hidden /> {t('home.points.noAccount')}
          </li>
          <li>
            <ServerOff aria-hidden /> {t('home.points.local')}
          </li>
          <li>
            <ShieldCheck aria-hidden /> {t('home.points.truth')}
          </li>
        </ul>
      </div>
      <div className="home-grid">
        <div className="home-side">
          <section className="home-card" aria-labelledby="home-join">
            <h2 id="home-join">{t('home.joinTitle')}</h2>
            <p className="field-hint">{t('home.joinHint')}</p>
            <CodeForm onCode={(code) => navigate(joinPath(code))} />
          </section>
          <section className="home-card" aria-labelledby="home-example">
            <h2 id="home-example">{locale === 'zh-CN' ? EXAMPLE.name.zh : EXAMPLE.name.en}</h2>
            <ExampleBoard onCreate={createAndOpen} />
          </section>
          <section className="home-card" aria-labelledby="home-recent">
            <h2 id="home-recent">{t('home.recent')}</h2>
            <RecentBoards onOpen={(id) => navigate(boardPath(id))} />
          </section>
        </div>
        <section className="home-card home-new" aria-labelledby="home-new">
          <h2 id="home-new">{t('home.newBoard')}</h2>
          <NewBoardForm onCreate={createAndOpen} />
        </section>
      </div>
    </PageFrame>
  )
}
