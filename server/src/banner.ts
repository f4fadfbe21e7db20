import { renderUnicodeCompact } from 'uqr'

export interface BannerFacts {
  /** for the person at this machine */
  localUrl: string
  /** for everybody else, likeliest first; empty without a network */
  otherUrls: readonly string[]
  dataDir: string
  createKeyRequired: boolean
}

/** What the terminal shows once the server runs: for a facilitator who has never seen a terminal before, in both languages. */
export function banner({ localUrl, otherUrls, dataDir, createKeyRequired }: BannerFacts): string {
  const [first, ...more] = otherUrls
  const lines = ['', '  Remedyboard is running · 白板已启动', '', '  On this computer · 在本机打开：', `    ${localUrl}`, '']
  if (first === undefined) {
    lines.push('  No network found: others cannot reach this computer yet.', '  没有找到网络，其他人暂时无法访问本机。', '')
  } else {
    lines.push('  Others in the same network (Wi-Fi) · 同一网络（Wi-Fi）中的其他人：', `    ${first}`)
    for (const url of more) lines.push(`    or · 或者 ${url}`)
    lines.push('', indent(renderUnicodeCompact(first, { border: 2 })), '')
  }
  if (createKeyRequired) lines.push('  Making boards needs the key in CREATE_KEY. · 新建白板需要 CREATE_KEY 中的口令。')
  lines.push(`  Everything is kept in · 数据保存在：${dataDir}`, '  To stop, press Ctrl+C. · 按 Ctrl+C 停止。', '')
  return `${lines.join('\n')}\n`
}

function indent(block: string): string {
  return block
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}
