import { lazy } from 'react'

/** What is opened on demand: nobody waits for it when the board opens. */
const LOADERS = {
  console: () => import('./ConsolePanel.tsx'),
  agenda: () => import('../features/agenda/AgendaDialog.tsx'),
  mapping: () => import('../features/mapping/MappingPanel.tsx'),
  matrix: () => import('../features/mapping/MatrixDialog.tsx'),
  coordination: () => import('../features/coordination/CoordinationPanel.tsx'),
  plan: () => import('../features/plan/PlanPanel.tsx'),
  voting: () => import('../features/voting/VotingPart.tsx'),
  drafts: () => import('../features/drafts/DraftsPart.tsx'),
  remarks: () => import('../features/remarks/RemarksPanel.tsx'),
  export: () => import('../features/export/ExportDialog.tsx'),
  comingBack: () => import('../features/invite/ReturnLinkDialog.tsx'),
  invite: () => import('../features/invite/InviteDialog.tsx'),
}

export const ConsolePanel = lazy(async () => ({ default: (await LOADERS.console()).ConsolePanel }))
export const AgendaDialog = lazy(async () => ({ default: (await LOADERS.agenda()).AgendaDialog }))
export const MappingPanel = lazy(async () => ({ default: (await LOADERS.mapping()).MappingPanel }))
export const CoordinationPanel = lazy(async () => ({ default: (await LOADERS.coordination()).CoordinationPanel }))
export const PlanPanel = lazy(async () => ({ default: (await LOADERS.plan()).PlanPanel }))
export const RemarksPanel = lazy(async () => ({ default: (await LOADERS.remarks()).RemarksPanel }))
export const VotingPart = lazy(async () => ({ default: (await LOADERS.voting()).VotingPart }))
export const DraftsPart = lazy(async () => ({ default: (await LOADERS.drafts()).DraftsPart }))
export const ExportDialog = lazy(async () => ({ default: (await LOADERS.export()).ExportDialog }))
export const ReturnLinkDialog = lazy(async () => ({ default: (await LOADERS.comingBack()).ReturnLinkDialog }))
export const InviteDialog = lazy(async () => ({ default: (await LOADERS.invite()).InviteDialog }))

/** Loads all of it, so that it also opens when the network has gone meanwhile. */
export function loadAllParts(): void {
  for (const load of Object.values(LOADERS)) load().catch(() => undefined)
}
