import { Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { readStored, writeStored } from '../../ui/local-store.ts'
import './minimap.css'
import { SmallBoard } from './SmallBoard.tsx'

const STORAGE_KEY = 'remedyboard.minimap'

/** The button that shows the whole board in small, and that small board. Not on phones: it would cover what it shows. */
export function Minimap() {
  const { t } = useText()
  const [isOpen, setOpen] = useState(() => readStored(STORAGE_KEY) === 'open')
  return (
    <>
      <button
        type="button"
        className="rb-minimap-button"
        aria-pressed={isOpen}
        aria-label={t('canvas.minimap')}
        title={t('canvas.minimap')}
        onClick={() => {
          setOpen(!isOpen)
          writeStored(STORAGE_KEY, isOpen ? 'closed' : 'open')
        }}
      >
        <MapIcon size={18} strokeWidth={2.1} aria-hidden />
      </button>
      {isOpen && <SmallBoard />}
    </>
  )
}
