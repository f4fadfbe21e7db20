import { useCallback, useState } from 'react'
import { readStored, writeStored } from '../ui/local-store.ts'

const KEY = 'remedyboard.panel-tab'

/** Which part of the side panel is shown; this device remembers the last one. */
export function usePanelTab(): [tab: string, show: (id: string) => void] {
  const [tab, setTab] = useState(() => readStored(KEY) ?? 'workshop')
  const show = useCallback((id: string) => {
    writeStored(KEY, id)
    setTab(id)
  }, [])
  return [tab, show]
}
