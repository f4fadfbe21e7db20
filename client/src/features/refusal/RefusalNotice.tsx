import type { RefusalCode } from '@remedyboard/shared/protocol/refused-change'
import { Copy, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession, RefusedWork } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { copyText } from '../../ui/copy-text.ts'
import './refusal.css'

/** Tells what the server did not keep and why, and gives the text back. Stays until it is closed: the text would be lost. */
export function RefusalNotice({ session, onRead }: { session: BoardSession; onRead: (refused: readonly RefusedWork[]) => void }) {
  const { t } = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState<readonly RefusedWork[]>([])

  useEffect(() => session.onRefused((work) => setRefused((before) => [...before, ...work])), [session])

  const close = () => {
    setRefused([])
    onRead(refused)
  }

  const copy = async () => {
    if (!area.current) return
    announce(t((await copyText(area.current)) === 'copied' ? 'app.copied' : 'app.copyByHand'))
  }

  const reasons = [...new Set(refused.map(({ code }) => code))]
  const texts = [...new Set(refused.flatMap(({ text }) => text ?? []))]
  if (reasons.length === 0) return null
  return (
    <section className="refusal" role="alert" aria-label={t('refusal.title')}>
      <header>
        <strong>{t('refusal.title')}</strong>
        <button type="button" className="btn btn-quiet btn-icon" aria-label={t('app.close')} onClick={close}>
          <X size={18} aria-hidden />
        </button>
      </header>
      {reasons.map((code: RefusalCode) => (
        <p key={code}>{t(`refusal.reason.${code}`)}</p>
      ))}
      {texts.length > 0 && (
        <>
          <p>{t('refusal.yourText')}</p>
          <textarea
            ref={area}
            className="input"
            readOnly
            rows={Math.min(6, texts.length + 1)}
            value={texts.join('\n')}
            aria-label={t('refusal.yourText')}
          />
          <button type="button" className="btn" onClick={() => void copy()}>
            <Copy aria-hidden />
            {t('app.copy')}
          </button>
        </>
      )}
    </section>
  )
}
