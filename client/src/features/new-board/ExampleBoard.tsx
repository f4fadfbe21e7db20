import type { CreateBoardRequest } from '@remedyboard/shared/protocol/api'
import { EXAMPLE } from '@remedyboard/shared/templates/template-info'
import { CircleAlert, Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'

/** A finished workshop of one's own to look around in, before there is one to run. */
export function ExampleBoard({ onCreate }: { onCreate: (board: CreateBoardRequest) => Promise<void> }) {
  const { t, locale } = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const open = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await onCreate({ template: EXAMPLE.id, locale })
    } catch (error) {
      setBusy(false)
      setFailure(t(`error.${failureCode(error)}`))
    }
  }

  return (
    <>
      <p className="field-hint">{locale === 'zh-CN' ? EXAMPLE.description.zh : EXAMPLE.description.en}</p>
      {failure && (
        <p className="field-error" role="alert">
          <CircleAlert aria-hidden /> {failure}
        </p>
      )}
      <button type="button" className="btn" disabled={busy} onClick={() => void open()}>
        <MapIcon aria-hidden /> {busy ? t('home.creating') : t('home.openExample')}
      </button>
    </>
  )
}
