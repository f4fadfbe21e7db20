import type {
  ApiError,
  ApiErrorCode,
  BoardResponse,
  CommandResponse,
  CreateBoardRequest,
  CreateBoardResponse,
  FontSubsetRequest,
  FontSubsetResponse,
  JoinByCodeRequest,
  JoinRequest,
  JoinResponse,
  LinksResponse,
  ReturnLinkResponse,
  RotateRequest,
  TemplatesResponse,
} from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'

/** The server refused a request, or could not be reached (`offline`, status 0). Show words for `code`, never `message`. */
export class ApiFailure extends Error {
  readonly status: number
  readonly code: ApiErrorCode | 'offline'

  constructor(status: number, code: ApiErrorCode | 'offline', message: string) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
    this.code = code
  }
}

/** Why a request failed, as people are told: `error.<code>` in the texts. */
export function failureCode(error: unknown): ApiFailure['code'] {
  return error instanceof ApiFailure ? error.code : 'internal'
}

interface RequestOptions {
  body?: unknown
  headers?: Record<string, string>
  /** until the whole answer is here; then the request is given up as `offline` */
  timeoutMs?: number
}

async function request<T>(
  method: 'GET' | 'POST',
  path: string,
  { body, headers, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions = {},
): Promise<T> {
  // Not `AbortSignal.timeout`: the web views of old phones lack it.
  const tooLate = new AbortController()
  const timer = setTimeout(() => tooLate.abort(), timeoutMs)
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: tooLate.signal,
    })
    if (response.ok) return (await response.json()) as T // the server answers with the type that shared/protocol/api.ts names for this path
    const answer = (await response.json().catch(() => null)) as Partial<ApiError> | null
    throw new ApiFailure(
      response.status,
      answer?.error?.code ?? 'internal',
      answer?.error?.message ?? `${method} ${path}: ${response.status}`,
    )
  } catch (cause) {
    if (cause instanceof ApiFailure) throw cause
    // Also an answer that broke off, and a page with which a guest network's door answers for the server: neither was taken.
    throw new ApiFailure(0, 'offline', `${method} ${path}: ${String(cause)}`)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Wi-Fi that dies without a word leaves a request hanging for minutes, and everything behind it. Commands set state, so that one that
 * was given up may be sent again.
 */
const COMMAND_TIMEOUT_MS = 10_000

/** Long enough for a slow phone's answer, short enough that people who see nothing move are told why. */
const REQUEST_TIMEOUT_MS = 20_000

/** A font for a page of Chinese has megabytes. */
const FONT_TIMEOUT_MS = 60_000

/** Until the document begins to arrive: the socket waits for it, so that a board does not come twice. */
const DOCUMENT_TIMEOUT_MS = 2_000

const boardPath = (id: string) => `/api/boards/${encodeURIComponent(id)}`

/** What the server offers over HTTP. Every call throws `ApiFailure`. */
export const api = {
  createBoard: (board: CreateBoardRequest, createKey?: string) =>
    request<CreateBoardResponse>('POST', '/api/boards', { body: board, ...(createKey ? { headers: { 'x-create-key': createKey } } : {}) }),
  getBoard: (id: string) => request<BoardResponse>('GET', boardPath(id)),
  /** All of the board as one Yjs update; null when it does not begin to come in time, or not at all: the socket brings it, too. */
  document: async (id: string): Promise<Uint8Array | null> => {
    const tooLate = new AbortController()
    const timer = setTimeout(() => tooLate.abort(), DOCUMENT_TIMEOUT_MS)
    try {
      const response = await fetch(`${boardPath(id)}/document`, { credentials: 'same-origin', signal: tooLate.signal })
      // What has begun is not thrown away, however large it is.
      clearTimeout(timer)
      // The page of a guest network's door is an answer, too.
      const isDocument = response.ok && response.headers.get('content-type') === 'application/octet-stream'
      if (isDocument) return new Uint8Array(await response.arrayBuffer())
      // Unread, it would keep its connection busy.
      await response.body?.cancel()
      return null
    } catch {
      return null
    } finally {
      clearTimeout(timer)
    }
  },
  join: (id: string, join: JoinRequest) => request<JoinResponse>('POST', `${boardPath(id)}/join`, { body: join }),
  joinByCode: (join: JoinByCodeRequest) => request<JoinResponse>('POST', '/api/join', { body: join }),
  /** Brings somebody back on another device, once. */
  returnLink: (id: string, personId: string) =>
    request<ReturnLinkResponse>('POST', `${boardPath(id)}/people/${encodeURIComponent(personId)}/return-link`, { body: {} }),
  /** Makes a leaked link worthless; `evict` also puts out those who came by it. */
  rotateLink: (id: string, role: Role, evict: boolean) =>
    request<LinksResponse>('POST', `${boardPath(id)}/links/${role}/rotate`, { body: { evict } satisfies RotateRequest }),
  links: (id: string) => request<LinksResponse>('GET', `${boardPath(id)}/links`),
  command: (id: string, command: WorkshopCommand) =>
    request<CommandResponse>('POST', `${boardPath(id)}/commands`, { body: command, timeoutMs: COMMAND_TIMEOUT_MS }),
  fontSubset: (id: string, wanted: FontSubsetRequest) =>
    request<FontSubsetResponse>('POST', `${boardPath(id)}/font-subset`, { body: wanted, timeoutMs: FONT_TIMEOUT_MS }),
  templates: () => request<TemplatesResponse>('GET', '/api/templates'),
}
