import { useEffect } from 'react'
import { LoadingPage } from './MessagePage.tsx'

/** A page that is not in this document's build: the server has it (the page for phones and the rest of the app are two builds). */
export function OtherDocument({ address }: { address: string }) {
  useEffect(() => location.replace(address), [address])
  return <LoadingPage />
}
