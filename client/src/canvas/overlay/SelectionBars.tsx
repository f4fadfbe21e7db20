import { CardBar } from '../card-bar/CardBar.tsx'
import { ClusterBar } from '../cluster/ClusterBar.tsx'
import { LinkBar } from '../link/LinkBar.tsx'

/** The bars above what is selected. */
export default function SelectionBars() {
  return (
    <>
      <CardBar />
      <ClusterBar />
      <LinkBar />
    </>
  )
}
