import * as z from 'zod/mini'
import type { ApiErrorCode } from '@remedyboard/shared/protocol/api'
import { OPERATIONS, type Operation } from './api-operations.ts'
import { STATUS_OF_CODE } from './http-error.ts'

const WHO: Readonly<Record<Operation['who'], string>> = {
  anybody: 'Anybody.',
  joined: 'Whoever joined the board.',
  participants: 'Participants and facilitators of the board.',
  facilitators: 'Facilitators of the board.',
}

/** The whole API as an OpenAPI 3.1 document, made from the schemas that the server checks requests with. */
export function openapiDocument(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of OPERATIONS) (paths[openapiPath(operation.path)] ??= {})[operation.method] = describeOperation(operation)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Remedyboard',
      version,
      description: 'The workshop over HTTP. The board itself is edited over the WebSocket /sync/<boardId>: see docs/protocol.md.',
    },
    paths,
    components: {
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { enum: Object.keys(STATUS_OF_CODE) }, message: { type: 'string' } },
            },
          },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of a join. Browsers send it as the cookie rb_<boardId>.' },
      },
    },
  }
}

/** `/api/boards/:id` → `/api/boards/{id}` */
export function openapiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

function describeOperation({ path, summary, who, body, answer, refusals }: Operation): object {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return {
    summary,
    description: WHO[who],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(who === 'anybody' ? {} : { security: [{ token: [] }] }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: {
      [answer.status]: { description: answer.status === 201 ? 'Made.' : 'Done.', content: answerContent(answer.content) },
      ...refusalsByStatus(refusals),
    },
  }
}

function bodyContent(body: z.ZodMiniType | 'image'): object {
  return body === 'image'
    ? { 'image/*': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: jsonSchema(body, 'input') } }
}

function answerContent(content: Operation['answer']['content']): object {
  return content instanceof z.ZodMiniType ? { 'application/json': { schema: jsonSchema(content, 'output') } } : { [content.type]: {} }
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' })
  return rest
}

/** Codes that share a status stand together. */
function refusalsByStatus(refusals: readonly ApiErrorCode[]): Record<string, object> {
  const byStatus: Record<string, object> = {}
  const codes: readonly ApiErrorCode[] = [...refusals, 'internal']
  for (const code of codes) {
    const status = STATUS_OF_CODE[code]
    byStatus[status] = {
      description: codes.filter((other) => STATUS_OF_CODE[other] === status).join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  }
  return byStatus
}
