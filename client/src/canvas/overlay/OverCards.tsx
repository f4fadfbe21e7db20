import { CardBar } from '../card-bar/CardBar.tsx'
import { ClusterBar } from '../cluster/ClusterBar.tsx'
import { LinkBar } from '../link/LinkBar.tsx'
import { LinkLabel } from '../link/LinkLabel.tsx'
import { EmptyHint } from '../look/EmptyHint.tsx'

/** What stands in front of the shapes and behind tldraw's panels. */
export function OverCards() {
  return (
    <>
      <EmptyHint />
      <CardBar />
      <ClusterBar />
      <LinkBar />
      <LinkLabel />
    </>
  )
}
