import type {
  AssetResponse,
  BoardLinks,
  BoardResponse,
  CommandResponse,
  ConfigResponse,
  CreateBoardResponse,
  FontSubsetResponse,
  JoinResponse,
  LinksResponse,
  TemplatesResponse,
} from '@remedyboard/shared/protocol/api'
import { TEMPLATE_IDS } from '@remedyboard/shared/protocol/api'
import { ROLES } from '@remedyboard/shared/protocol/role'
import type { Phase, Timer } from '@remedyboard/shared/workshop/state'
import type { RosterEntry, SessionView } from '@remedyboard/shared/workshop/view'
import * as z from 'zod/mini'

/*
 * What the API answers, for its description. Each schema is tied to the type that the routes are written with, and the tests
 * read real answers with it, so that neither can drift. They stand here because only the description needs them: clients trust
 * their own server, and need not load this.
 */

const role = z.enum(ROLES)
const bilingual = z.strictObject({ en: z.string(), zh: z.string() })
const boardLinks: z.ZodMiniType<BoardLinks> = z.strictObject({ facilitator: z.string(), participant: z.string(), viewer: z.string() })

export const createBoardAnswer: z.ZodMiniType<CreateBoardResponse> = z.strictObject({
  id: z.string(),
  title: z.string(),
  joinCode: z.string(),
  keys: z.strictObject({ facilitator: z.string(), participant: z.string(), viewer: z.string() }),
  links: boardLinks,
})

export const joinAnswer: z.ZodMiniType<JoinResponse> = z.strictObject({
  boardId: z.string(),
  participantId: z.string(),
  role,
  token: z.string(),
})

const phase: z.ZodMiniType<Phase> = z.strictObject({
  id: z.string(),
  name: bilingual,
  instruction: bilingual,
  minutes: z.number(),
  area: z.string(),
  can: z.array(z.enum(['watch', 'react', 'comment', 'add', 'suggest', 'move', 'edit', 'link', 'rate', 'vote'])),
  privacy: z.enum(['open', 'hidden', 'group', 'secret']),
})

const timer: z.ZodMiniType<Timer> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('running'), endsAt: z.number(), durationMs: z.number() }),
  z.strictObject({ state: z.literal('paused'), remainingMs: z.number(), durationMs: z.number() }),
])

const rosterEntry: z.ZodMiniType<RosterEntry> = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  joinedAt: z.number(),
  via: z.optional(role),
  appointed: z.optional(z.boolean()),
  awaySince: z.optional(z.number()),
})

const sessionView: z.ZodMiniType<SessionView> = z.strictObject({
  version: z.number(),
  agenda: z.array(phase),
  phaseId: z.nullable(z.string()),
  timer,
  entryOpen: z.boolean(),
  linksVersion: z.number(),
  roster: z.optional(z.array(rosterEntry)),
  me: z.strictObject({ id: z.string(), name: z.string(), role }),
})

export const boardAnswer: z.ZodMiniType<BoardResponse> = z.strictObject({
  id: z.string(),
  title: z.string(),
  template: z.string(),
  locale: z.string(),
  joinCode: z.string(),
  session: sessionView,
})

export const linksAnswer: z.ZodMiniType<LinksResponse> = z.strictObject({ joinCode: z.string(), joinUrl: z.string(), links: boardLinks })

export const commandAnswer: z.ZodMiniType<CommandResponse> = z.strictObject({ version: z.number() })

export const assetAnswer: z.ZodMiniType<AssetResponse> = z.strictObject({ url: z.string() })

export const fontSubsetAnswer: z.ZodMiniType<FontSubsetResponse> = z.strictObject({
  faces: z.array(z.strictObject({ unicodeRange: z.string(), woff2: z.string() })),
})

export const configAnswer: z.ZodMiniType<ConfigResponse> = z.strictObject({
  tldrawLicenseKey: z.nullable(z.string()),
  createKeyRequired: z.boolean(),
  version: z.string(),
})

export const templatesAnswer: z.ZodMiniType<TemplatesResponse> = z.strictObject({
  templates: z.array(
    z.strictObject({ id: z.enum(TEMPLATE_IDS), name: bilingual, description: bilingual, minutes: z.nullable(z.number()) }),
  ),
})

export const statusAnswer = z.strictObject({ status: z.string() })
